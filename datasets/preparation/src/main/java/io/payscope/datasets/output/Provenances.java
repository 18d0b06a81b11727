package io.payscope.datasets.output;

import io.payscope.core.manifest.Provenance;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Fills the half of a manifest that is not hashed. */
public final class Provenances {

    /** Name of the entry with the uncompressed bytes of all parts. */
    public static final String BYTES = "uncompressedBytes";

    /** Name of the entry with the sha256 of the file that tells each row's place in the raw file. */
    public static final String LINEAGE_SHA256 = "sha256.lineage";

    /** Name of the entry with the sha256 of the file of refused rows. */
    public static final String REJECTS_SHA256 = "sha256.rejects";

    /** Name of the entry with the id of the upload whose file lay under the same key before. */
    public static final String SUPERSEDES = "supersedes";

    private Provenances() {}

    /**
     * Describes this process.
     *
     * @param bytes uncompressed bytes of all parts
     * @param more further entries of the environment
     */
    public static Provenance of(Clock clock, long bytes, Map<String, String> more) {
        Map<String, String> environment = new TreeMap<>(more);
        environment.put("java", System.getProperty("java.version"));
        environment.put("architecture", System.getProperty("os.arch"));
        environment.put(BYTES, Long.toString(bytes));
        String version = Provenances.class.getPackage().getImplementationVersion();
        return new Provenance(version == null ? "development" : version, clock.instant(), environment);
    }

    /** @return the uncompressed bytes that a manifest's provenance tells, 0 where it tells none */
    public static long bytes(Provenance provenance) {
        return Long.parseLong(provenance.environment().getOrDefault(BYTES, "0"));
    }
}
