package io.payscope.datasets.simulate;

import io.payscope.core.model.BankId;
import java.util.Map;

/**
 * What a simulation left below the raw prefix; kept there as {@code simulation.json}, so that the files can be told
 * from downloaded ones.
 *
 * @param bankId the bank
 * @param simulator version of the simulators
 * @param catalogFingerprint hash of the catalog entry with the parameters
 * @param rows rows asked for
 * @param seed of everything random
 * @param sha256ByKey hash of each file as stored, by key
 */
public record SimulatedRaw(
        BankId bankId,
        int simulator,
        String catalogFingerprint,
        long rows,
        long seed,
        Map<String, String> sha256ByKey) {

    /** File name of the marker. */
    public static final String FILE = "simulation.json";

    /** Name of the file that lies beside the others from before the first is replaced until the marker is written. */
    public static final String UNFINISHED_FILE = "simulating";

    public SimulatedRaw {
        sha256ByKey = Map.copyOf(sha256ByKey);
    }
}
