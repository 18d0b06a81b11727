package io.payscope.datasets.simulate;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SimulationSpec;
import io.payscope.datasets.catalog.SimulationSpec.FraudLaw;
import io.payscope.datasets.catalog.SimulationSpec.Mix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a simulation in memory, split at commas: for small simulations without dirt. */
final class SimulatedFiles {

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    private SimulatedFiles() {}

    static Simulator simulator(int bank) {
        return switch (bank) {
            case 1 -> new CardSimulator();
            case 2 -> new OnlineSimulator();
            case 3 -> new MobileMoneySimulator();
            default -> new MarketplaceSimulator();
        };
    }

    /** The catalog's parameters of a bank, without dirt and copies. */
    static SimulationSpec clean(int bank) {
        return with(bank, 0, spec(bank).fraud());
    }

    static SimulationSpec dirty(int bank, double share) {
        return with(bank, share, spec(bank).fraud());
    }

    /** All frauds begin by one mechanism. */
    static SimulationSpec only(int bank, Mechanism mechanism) {
        Mix mix = new Mix(
                mechanism == Mechanism.TAKEOVER ? 1 : 0,
                mechanism == Mechanism.COMPROMISED ? 1 : 0,
                mechanism == Mechanism.ORGANISED ? 1 : 0,
                mechanism == Mechanism.SPIKE || mechanism == Mechanism.HIDDEN ? 1 : 0);
        return with(bank, 0, new FraudLaw(mechanism == Mechanism.HIDDEN ? 1 : 0, mix, mix));
    }

    private static SimulationSpec spec(int bank) {
        return Catalog.load().entry(new BankId(bank)).rawSimulation();
    }

    static SimulationSpec with(int bank, double dirtyShare, FraudLaw fraud) {
        SimulationSpec spec = spec(bank);
        return new SimulationSpec(
                spec.surplus(),
                spec.fraudRate(),
                0,
                dirtyShare,
                spec.days(),
                spec.growth(),
                spec.drift(),
                spec.popularity(),
                spec.rowsPerCustomer(),
                spec.rowsPerMerchant(),
                fraud);
    }

    static SimulatedFiles of(int bank, long rows, SimulationSpec parameters) throws IOException {
        SimulatedFiles simulated = new SimulatedFiles();
        simulator(bank).write(rows, 42, parameters, name -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            simulated.files.put(name, bytes);
            return new RawFileWriter(bytes);
        });
        return simulated;
    }

    /** Names of the files, in the order in which they were written. */
    List<String> names() {
        return List.copyOf(files.keySet());
    }

    /** The data rows of a file, without quotes. */
    List<String[]> rows(String file) {
        return rows(file, -1);
    }

    /** The data rows of a file; what follows the first columns is left in one piece. */
    List<String[]> rows(String file, int columns) {
        return Arrays.stream(text(file).split("\n"))
                .skip(1)
                .map(line -> line.replace("\"", "").split(",", columns))
                .toList();
    }

    String text(String file) {
        return files.get(file).toString(StandardCharsets.UTF_8);
    }
}
