package io.payscope.datasets.catalog;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The catalog of all banks, read from {@code catalog/bank-N.yaml}. Immutable. */
public final class Catalog {

    private static final int BANKS = 5;

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // An image cannot run Jackson's own parsers of numbers.
            .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
            .build();

    private final Map<BankId, BankEntry> entries;
    private final Map<BankId, String> fingerprints;

    private Catalog(Map<BankId, BankEntry> entries, Map<BankId, String> fingerprints) {
        this.entries = entries;
        this.fingerprints = fingerprints;
    }

    /**
     * Reads the catalog that is part of this module.
     *
     * @throws ConfigFault naming file, field and what is wrong, if an entry is not valid
     */
    public static Catalog load() {
        Map<BankId, BankEntry> entries = new TreeMap<>();
        Map<BankId, String> fingerprints = new TreeMap<>();
        for (int bank = 1; bank <= BANKS; bank++) {
            String name = "/catalog/bank-" + bank + ".yaml";
            byte[] yaml = resource(name);
            BankEntry entry = parse(name, yaml);
            if (entry.bank() != bank) {
                throw new ConfigFault(name + ": expected bank " + bank + ", found " + entry.bank());
            }
            entries.put(entry.id(), entry);
            fingerprints.put(entry.id(), Hashes.sha256(yaml));
        }
        return new Catalog(entries, fingerprints);
    }

    /** @return every bank that has an entry */
    public Set<BankId> banks() {
        return Set.copyOf(entries.keySet());
    }

    /**
     * Reads and checks one entry.
     *
     * @param name what messages call it
     * @param yaml the entry, UTF-8
     * @throws ConfigFault if it is not valid
     */
    static BankEntry parse(String name, byte[] yaml) {
        BankEntry entry;
        try {
            entry = MAPPER.readValue(yaml, BankEntry.class);
        } catch (JacksonException e) {
            throw new ConfigFault(name + ": " + path(e) + e.getOriginalMessage(), e);
        }
        new CatalogCheck(name, entry).run();
        return entry;
    }

    /** Where an entry is wrong, such as {@code files[0].columns: }; empty where the parser cannot tell. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? "" : path + ": ";
    }

    private static byte[] resource(String name) {
        try (InputStream in = Catalog.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ConfigFault(name + ": not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ConfigFault(name + ": cannot be read", e);
        }
    }

    /**
     * A bank's entry.
     *
     * @throws DataFault if the catalog has no such bank
     */
    public BankEntry entry(BankId bank) {
        BankEntry entry = entries.get(bank);
        if (entry == null) {
            throw new DataFault("bank " + bank + ": not in the catalog, expected one of " + entries.keySet());
        }
        return entry;
    }

    /** @return all entries, by bank */
    public Collection<BankEntry> entries() {
        return entries.values();
    }

    /** @return sha256 of a bank's entry as written: a dataset made under another entry is another dataset */
    public String fingerprint(BankId bank) {
        entry(bank);
        return fingerprints.get(bank);
    }
}
