package io.payscope.learning.bench;

import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.Grain;
import io.payscope.core.model.TimeBucket;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.learning.forecast.additive.AdditiveFit;
import io.payscope.learning.forecast.additive.AdditiveOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How long all series of five full-size banks take: 15 series of 730 days, fitted, backtested and chosen. */
final class Speed {

    private static final int BANKS = 5;
    private static final int DAYS = 732;
    private static final ForecastPlan PLAN = new ForecastPlan(Grain.DAY, 7, 56, 14);

    private static final int LONG_DAYS = 2905;
    private static final int LONG_RUNS = 9;

    private Speed() {}

    /** @return what was measured, in words */
    static String measure() throws IOException {
        long started = System.nanoTime();
        StringBuilder text = new StringBuilder();
        int series = 0;
        for (int bank = 1; bank <= BANKS; bank++) {
            long before = System.nanoTime();
            ForecastModel model = ForecastModel.fit(buckets(bank), PLAN).orElseThrow();
            series += model.series().size();
            text.append(String.format(
                    Locale.ROOT,
                    "bank %d: %d series of %d steps, %s, %.1f s%n",
                    bank,
                    model.series().size(),
                    model.series().getFirst().historySteps(),
                    model.series().stream().map(SeriesModel::chosen).toList(),
                    (System.nanoTime() - before) / 1e9));
        }
        text.append(String.format(
                Locale.ROOT,
                "%d series in %.1f s; peak memory of the process %s; %d processors%n",
                series,
                (System.nanoTime() - started) / 1e9,
                peak(),
                Runtime.getRuntime().availableProcessors()));
        return text.append(longSeries()).toString();
    }

    /** A fit of the additive model to eight years of days with three seasons' worth of columns, once it is compiled. */
    private static String longSeries() {
        Random random = new Random(0);
        double[] days = new double[LONG_DAYS];
        double[] values = new double[LONG_DAYS];
        for (int i = 0; i < LONG_DAYS; i++) {
            days[i] = 14_000 + i;
            values[i] = 8 + Math.sin(2 * Math.PI * i / 365.25) + Math.sin(2 * Math.PI * i / 7) + random.nextGaussian();
        }
        List<Double> seconds = new ArrayList<>();
        boolean converged = true;
        for (int run = 0; run < LONG_RUNS; run++) {
            long started = System.nanoTime();
            converged &= AdditiveFit.of(days, values, AdditiveOptions.DEFAULTS).converged();
            seconds.add((System.nanoTime() - started) / 1e9);
        }
        return String.format(
                Locale.ROOT,
                "additive model of %d points: first fit %.3f s, median of %d %.3f s, all converged: %s%n",
                LONG_DAYS,
                seconds.getFirst(),
                LONG_RUNS,
                seconds.stream().sorted().toList().get(LONG_RUNS / 2),
                converged);
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.substring("VmHWM:".length()).strip())
                .findFirst()
                .orElse("unknown");
    }

    private static List<TimeBucket> buckets(int bank) {
        Random random = new Random(bank);
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        List<TimeBucket> buckets = new ArrayList<>();
        double level = 0;
        for (int i = 0; i < DAYS; i++) {
            level = 0.9 * level + 20 * random.nextGaussian();
            double week = 80 * Math.sin(2 * Math.PI * i / 7);
            long volume = Math.max(1, Math.round(1000 + i + week + level + 30 * random.nextGaussian()));
            BigDecimal amount = BigDecimal.valueOf(Math.round(volume * 4000 * (1 + 0.1 * random.nextGaussian())), 2);
            buckets.add(new TimeBucket(
                    start.plus(Duration.ofDays(i)), volume, amount, Math.round(5 + 2 * random.nextGaussian()) & 15));
        }
        return buckets;
    }
}
