package io.payscope.datasets.simulate;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.output.FastGzip;
import io.payscope.datasets.raw.RawFiles;
import io.payscope.datasets.raw.RawObject;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes simulated raw files where real ones would lie, and a marker beside them. */
public final class RawSimulation {

    /** Version of the simulators; it changes when the same parameters give other bytes. */
    private static final int VERSION = 2;

    private static final String UNFINISHED_TEXT = "A simulation is writing files here.\n";

    private static final Map<Integer, Simulator> SIMULATORS = Map.of(
            1, new CardSimulator(),
            2, new OnlineSimulator(),
            3, new MobileMoneySimulator(),
            4, new MarketplaceSimulator());

    private final ObjectStore objects;
    private final Catalog catalog;
    private final Path folder;

    /**
     * @param objects where the files go
     * @param catalog has the parameters
     * @param folder for temporary files
     */
    public RawSimulation(ObjectStore objects, Catalog catalog, Path folder) {
        this.objects = objects;
        this.catalog = catalog;
        this.folder = folder;
    }

    /** @return hash of everything that a simulation depends on */
    public String inputHash(BankEntry entry, String rawPrefix, long rows, long seed) {
        return Hashes.sha256(
                "simulate-raw",
                Integer.toString(VERSION),
                catalog.fingerprint(entry.id()),
                rawPrefix,
                Long.toString(rows),
                Long.toString(seed));
    }

    /**
     * The marker of the simulation whose files lie below the prefix now.
     *
     * @return empty if there is none, or a file is not the one that the simulation wrote
     */
    public Optional<SimulatedRaw> find(BankEntry entry, String rawPrefix, RawFiles files) {
        return objects.find(Keys.raw(rawPrefix, entry.id()) + SimulatedRaw.FILE)
                .map(body -> JsonCodec.decode(body.body(), SimulatedRaw.class))
                .filter(marker -> isWhole(marker, hashes(files)));
    }

    /** The catalog need not know every file; of those that it does not know it is enough that they are there. */
    private boolean isWhole(SimulatedRaw marker, Map<String, String> found) {
        boolean written = marker.sha256ByKey().entrySet().containsAll(found.entrySet());
        return written
                && marker.sha256ByKey().keySet().stream()
                        .allMatch(key ->
                                found.containsKey(key) || objects.head(key).isPresent());
    }

    private static Map<String, String> hashes(RawFiles files) {
        Map<String, String> hashes = new TreeMap<>();
        files.byName().values().forEach(file -> hashes.put(file.key(), file.sha256()));
        return hashes;
    }

    /** @return whether the files of a simulation are still there, byte for byte */
    public boolean stands(BankEntry entry, String rawPrefix, SimulatedRaw expected) {
        try {
            return find(entry, rawPrefix, RawFiles.locate(objects, rawPrefix, entry))
                    .filter(expected::equals)
                    .isPresent();
        } catch (DataFault missing) {
            return false;
        }
    }

    /**
     * Keeps a part of a simulation from being taken for the bank's own data.
     *
     * @throws DataFault naming the prefix, if a simulation began below it and did not end
     */
    public void requireFinished(BankEntry entry, String rawPrefix, RawFiles files) {
        String prefix = Keys.raw(rawPrefix, entry.id());
        boolean begun = objects.head(prefix + SimulatedRaw.UNFINISHED_FILE).isPresent();
        if (begun && find(entry, rawPrefix, files).isEmpty()) {
            throw new DataFault(prefix + ": holds part of a simulation that did not end; simulate it again, or remove"
                    + " its files");
        }
    }

    /**
     * Replaces all raw files of a bank that an earlier simulation left, whole or in part. One marker or the other lies
     * there at every moment, so what a crash leaves is known to be simulated.
     *
     * @param entry the bank
     * @param rawPrefix below which {@code bank=N/} holds raw files
     * @param rows rows asked for; a few more are written
     * @param seed of everything random
     * @throws DataFault naming the prefix, if it holds files and no marker of a simulation
     */
    public SimulatedRaw write(BankEntry entry, String rawPrefix, long rows, long seed) {
        Simulator simulator = SIMULATORS.get(entry.bank());
        if (simulator == null) {
            throw new DataFault("bank " + entry.bank() + ": there is no simulator for it");
        }
        String prefix = Keys.raw(rawPrefix, entry.id());
        String unfinished = prefix + SimulatedRaw.UNFINISHED_FILE;
        clear(prefix, unfinished);
        try (Sink sink = new Sink(prefix, simulator.compressed())) {
            simulator.write(entry.rawSimulation().rawRows(rows), seed, entry.rawSimulation(), sink);
            sink.storeOpenFile();
            SimulatedRaw marker = new SimulatedRaw(
                    entry.id(), VERSION, catalog.fingerprint(entry.id()), rows, seed, sink.sha256ByKey);
            objects.put(prefix + SimulatedRaw.FILE, JsonCodec.encode(marker), "application/json");
            objects.delete(unfinished);
            return marker;
        } catch (IOException e) {
            throw new TransientFault("bank " + entry.bank() + ": writing simulated files stopped", e);
        }
    }

    private void clear(String prefix, String unfinished) {
        List<String> old = objects.list(prefix).stream().map(ObjectHead::key).toList();
        for (String key : old) {
            if (RawFiles.isCsv(key) && !old.contains(unfinished) && !isSimulated(prefix, key)) {
                throw new DataFault(prefix + ": holds files that no simulation wrote; they are not replaced: " + key);
            }
        }
        objects.put(unfinished, UNFINISHED_TEXT.getBytes(StandardCharsets.UTF_8), "text/plain");
        old.stream()
                .filter(key -> RawFiles.isCsv(key) || key.equals(prefix + SimulatedRaw.FILE))
                .forEach(objects::delete);
    }

    /** Whether the file is still the one that the marker beside it names. */
    private boolean isSimulated(String prefix, String key) {
        return objects.find(prefix + SimulatedRaw.FILE)
                .map(body -> JsonCodec.decode(body.body(), SimulatedRaw.class)
                        .sha256ByKey()
                        .get(key))
                .filter(sha256 -> sha256.equals(RawObject.of(objects, key, key).sha256()))
                .isPresent();
    }

    /** One temporary file after the other, each put into the store when the next begins. */
    private final class Sink implements RawSink, AutoCloseable {

        private final Map<String, String> sha256ByKey = new TreeMap<>();
        private final String prefix;
        private final boolean compressed;
        private final Path file;
        private MessageDigest digest = Hashes.sha256();
        private String openKey = "";

        Sink(String prefix, boolean compressed) throws IOException {
            this.prefix = prefix;
            this.compressed = compressed;
            this.file = Files.createTempFile(folder, "simulated", ".csv");
        }

        @Override
        public RawFileWriter open(String name) throws IOException {
            storeOpenFile();
            openKey = prefix + name + (compressed ? RawFiles.GZIP : "");
            digest = Hashes.sha256();
            OutputStream stored = new DigestOutputStream(Files.newOutputStream(file), digest);
            return new RawFileWriter(compressed ? new FastGzip(stored) : stored);
        }

        void storeOpenFile() {
            if (!openKey.isEmpty()) {
                objects.put(openKey, file, compressed ? "application/gzip" : "text/csv");
                sha256ByKey.put(openKey, Hashes.hex(digest));
                openKey = "";
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
