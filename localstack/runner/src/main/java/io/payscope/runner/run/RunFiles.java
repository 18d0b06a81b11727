package io.payscope.runner.run;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.model.BankId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that a run leaves in its output folder: {@code run.json}, {@code ml_training_summary.json} and a page on each
 * bank's data, {@code reports/bank-N.html}.
 */
public final class RunFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final int BANKS = 5;

    private final Path folder;

    /** @param folder where they go */
    public RunFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes them, in the place of an earlier run's. */
    public void write(RunResult result) {
        write("run.json", JSON.writeValueAsBytes(run(result)));
        result.trainingSummary()
                .ifPresentOrElse(
                        summary -> write("ml_training_summary.json", JSON.writeValueAsBytes(JSON.readTree(summary))),
                        () -> delete("ml_training_summary.json"));
        writeReports(result.reports());
    }

    /** The folder of the pages on the banks' data. */
    static Path reports(Path folder) {
        return folder.resolve("reports");
    }

    /** Pages of an earlier run do not stay: they would be taken for this one's. */
    private void writeReports(Map<BankId, byte[]> pages) {
        try {
            Files.createDirectories(reports(folder));
        } catch (IOException e) {
            throw new ConfigFault("cannot make " + reports(folder), e);
        }
        for (int bank = 1; bank <= BANKS; bank++) {
            String name = "reports/bank-" + bank + ".html";
            Optional.ofNullable(pages.get(new BankId(bank)))
                    .ifPresentOrElse(page -> write(name, page), () -> delete(name));
        }
    }

    private static Map<String, Object> run(RunResult result) {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("runId", result.runId());
        run.put("status", result.status());
        run.put("cause", result.cause());
        run.put("seconds", result.seconds());
        run.put("banks", result.options().banks().stream().map(BankId::value).toList());
        run.put("source", result.options().source().getClass().getSimpleName());
        run.put("rowsPerBank", result.options().rows());
        run.put("seed", result.options().seed());
        run.put("stages", result.stages());
        result.summary().ifPresent(summary -> run.put("summary", JSON.readTree(summary)));
        return run;
    }

    private void write(String name, byte[] content) {
        try {
            Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new ConfigFault("cannot write " + folder.resolve(name), e);
        }
    }

    private void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new ConfigFault("cannot remove " + folder.resolve(name), e);
        }
    }
}
