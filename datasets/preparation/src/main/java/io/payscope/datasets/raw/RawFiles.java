package io.payscope.datasets.raw;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The raw files of one bank, found in the object store.
 *
 * @param byName those present, by name without {@code .gz}
 */
public record RawFiles(Map<String, RawObject> byName) {

    /** Ending of a compressed file. */
    public static final String GZIP = ".gz";

    private static final String CSV = ".csv";

    public RawFiles {
        byName = Map.copyOf(byName);
    }

    /**
     * Finds and hashes the files below {@code rawPrefix + bank=N/}.
     *
     * @throws DataFault naming bank, prefix and file, if a required file is missing or lies there twice
     */
    public static RawFiles locate(ObjectStore objects, String rawPrefix, BankEntry entry) {
        String prefix = Keys.raw(rawPrefix, entry.id());
        Set<String> keys = objects.list(prefix).stream().map(ObjectHead::key).collect(Collectors.toSet());
        Map<String, RawObject> found = new TreeMap<>();
        for (RawFileSpec file : entry.files()) {
            String plain = prefix + file.name();
            boolean hasPlain = keys.contains(plain);
            boolean hasGzip = keys.contains(plain + GZIP);
            if (hasPlain && hasGzip) {
                throw new DataFault("bank " + entry.bank() + ": expected one of " + plain + " and " + plain + GZIP
                        + ", found both");
            }
            if (hasPlain || hasGzip) {
                String key = hasPlain ? plain : plain + GZIP;
                found.put(file.name(), RawObject.of(objects, file.name(), key));
            } else if (!file.optional()) {
                throw new DataFault("bank " + entry.bank() + ": expected the raw file " + file.name() + " (or "
                        + file.name() + GZIP + ") below " + prefix + ", found "
                        + (keys.isEmpty() ? "nothing" : keys.stream().sorted().toList()));
            }
        }
        return new RawFiles(found);
    }

    /** @return whether a key is that of a CSV file, compressed or not */
    public static boolean isCsv(String key) {
        return key.endsWith(CSV) || key.endsWith(CSV + GZIP);
    }

    /** @return a file, or empty if it is optional and absent */
    public Optional<RawObject> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @return the hashes of all files, in the order of their names */
    public List<String> sha256s() {
        return new TreeMap<>(byName).values().stream().map(RawObject::sha256).toList();
    }
}
