package io.payscope.runtime;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Measured.Volume;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes one line in CloudWatch's embedded metric format for each call of a stage: namespace {@value #NAMESPACE},
 * dimensions bank and stage (stage alone where no bank is concerned), and once without, which is the sum over all that
 * an alarm needs. The run is a property and not a dimension, for
 * each value of a dimension is a metric that is paid for. Source of the format: Amazon CloudWatch user guide,
 * "Specification: Embedded metric format".
 */
final class StageMetrics {

    static final String NAMESPACE = "PayScope";

    private static final JsonMapper JSON = new JsonMapper();
    private static final BigDecimal MEBIBYTES_PER_GIBIBYTE = BigDecimal.valueOf(1024);
    private static final BigDecimal MILLIS_PER_SECOND = BigDecimal.valueOf(1000);

    private final Consumer<String> lines;
    private final InstantSource clock;
    private final Optional<BigDecimal> usdPerMilli;

    /**
     * A call that has ended.
     *
     * @param stage its name
     * @param bank that it concerned, if one
     * @param run that it belonged to, if it says so
     * @param volume of the data that passed
     * @param counts of what else the result tells of, by metric
     * @param duration of the call
     * @param fault that it ended with, if it failed
     */
    record Call(
            String stage,
            Optional<BankId> bank,
            Optional<String> run,
            Volume volume,
            Map<String, Integer> counts,
            Duration duration,
            Optional<Fault> fault) {}

    /**
     * Creates metrics.
     *
     * @param lines takes each line
     * @param clock stamps them
     * @param usdPerMilli price of a millisecond in US dollars, if this is a place that costs
     */
    StageMetrics(Consumer<String> lines, InstantSource clock, Optional<BigDecimal> usdPerMilli) {
        this.lines = lines;
        this.clock = clock;
        this.usdPerMilli = usdPerMilli;
    }

    /**
     * Metrics of this process: on Lambda, lines of standard output, which CloudWatch reads; elsewhere, lines of the
     * log, because a terminal is for people.
     *
     * @param environment variables by name; Lambda's own tell the memory size, which the price depends on
     */
    static StageMetrics of(Map<String, String> environment) {
        if (!environment.containsKey("AWS_LAMBDA_FUNCTION_NAME")) {
            return new StageMetrics(
                    LoggerFactory.getLogger(StageMetrics.class)::info, Clock.systemUTC(), Optional.empty());
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Optional<BigDecimal> price = Optional.ofNullable(environment.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))
                .map(BigDecimal::new)
                .map(mebibytes -> usdPerMilli(mebibytes, gibibyteSecond(environment)));
        return new StageMetrics(out::println, Clock.systemUTC(), price);
    }

    /** Lambda is paid by memory size times duration. */
    static BigDecimal usdPerMilli(BigDecimal mebibytes, BigDecimal gibibyteSecondUsd) {
        return mebibytes
                .multiply(gibibyteSecondUsd)
                .divide(MEBIBYTES_PER_GIBIBYTE, MathContext.DECIMAL64)
                .divide(MILLIS_PER_SECOND, MathContext.DECIMAL64);
    }

    private static BigDecimal gibibyteSecond(Map<String, String> environment) {
        String price = Settings.of(environment).get(Setting.GB_SECOND_USD);
        try {
            return new BigDecimal(price);
        } catch (NumberFormatException e) {
            throw new ConfigFault(Setting.GB_SECOND_USD.variable() + ": expected a number, found '" + price + "'", e);
        }
    }

    void record(Call call) {
        List<Object> metrics = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        long millis = call.duration().toMillis();
        add(metrics, values, "Duration", "Milliseconds", millis);
        add(metrics, values, "Failures", "Count", call.fault().isPresent() ? 1 : 0);
        call.volume().rows().ifPresent(rows -> add(metrics, values, "Rows", "Count", rows));
        call.volume().bytes().ifPresent(bytes -> add(metrics, values, "Bytes", "Bytes", bytes));
        call.counts().forEach((name, count) -> add(metrics, values, name, "Count", count));
        usdPerMilli.ifPresent(usd -> add(metrics, values, "CostUsd", "None", usd.multiply(BigDecimal.valueOf(millis))));

        Map<String, Object> line = new LinkedHashMap<>();
        List<String> dimensions = call.bank().isPresent() ? List.of("bank", "stage") : List.of("stage");
        line.put(
                "_aws",
                Map.of(
                        "Timestamp",
                        clock.instant().toEpochMilli(),
                        "CloudWatchMetrics",
                        List.of(Map.of(
                                "Namespace",
                                NAMESPACE,
                                "Dimensions",
                                List.of(dimensions, List.of()),
                                "Metrics",
                                metrics))));
        call.bank().ifPresent(bank -> line.put("bank", Integer.toString(bank.value())));
        line.put("stage", call.stage());
        call.run().ifPresent(run -> line.put("runId", run));
        call.fault().ifPresent(fault -> line.put("fault", fault.getClass().getSimpleName()));
        line.putAll(values);
        lines.accept(JSON.writeValueAsString(line));
    }

    private static void add(List<Object> metrics, Map<String, Object> values, String name, String unit, Number value) {
        metrics.add(Map.of("Name", name, "Unit", unit));
        values.put(name, value);
    }
}
