package io.payscope.datasets.catalog;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.model.BankId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bank's entry in the catalog.
 *
 * @param bank the bank's number
 * @param title what the data is, one line
 * @param source where it comes from and on what terms
 * @param currency ISO 4217 code; {@code XXX} where the source states none
 * @param files the raw files, the one with the transactions first; none for the synthetic bank
 * @param mapping how a row becomes a transaction; null for the synthetic bank
 * @param dropped what is kept out of the features
 * @param rules checks beyond those that every file is put through
 * @param sampling how many rows are kept
 * @param simulation how stand-in raw files are made; null for the synthetic bank
 * @param synthesis how the synthetic bank is drawn; null for a bank that has raw files
 * @param learning what can be learned from it
 */
public record BankEntry(
        int bank,
        String title,
        SourceSpec source,
        String currency,
        List<RawFileSpec> files,
        @Nullable MappingSpec mapping,
        List<DroppedColumn> dropped,
        List<RuleSpec> rules,
        SamplingSpec sampling,
        @Nullable SimulationSpec simulation,
        @Nullable SynthesisSpec synthesis,
        LearningPlan learning) {

    public BankEntry {
        files = List.copyOf(files);
        dropped = List.copyOf(dropped);
        rules = List.copyOf(rules);
    }

    /** @return the bank */
    public BankId id() {
        return new BankId(bank);
    }

    /** @return whether the bank has raw files of its own */
    public boolean isRaw() {
        return !files.isEmpty();
    }

    /** @return the file with one row for each transaction */
    public RawFileSpec mainFile() {
        return files.getFirst();
    }

    /** @return the mapping of a bank that has raw files */
    public MappingSpec rawMapping() {
        if (mapping == null) {
            throw new ConfigFault("catalog of bank " + bank + ": no mapping");
        }
        return mapping;
    }

    /** @return the same bank with other simulation parameters */
    public BankEntry withSimulation(SimulationSpec other) {
        return new BankEntry(
                bank, title, source, currency, files, mapping, dropped, rules, sampling, other, synthesis, learning);
    }

    /** @return the simulation parameters of a bank that has raw files */
    public SimulationSpec rawSimulation() {
        if (simulation == null) {
            throw new ConfigFault("catalog of bank " + bank + ": no simulation");
        }
        return simulation;
    }

    /** @return the parameters of the synthetic bank */
    public SynthesisSpec syntheticSynthesis() {
        if (synthesis == null) {
            throw new ConfigFault("catalog of bank " + bank + ": no synthesis");
        }
        return synthesis;
    }

    /**
     * Where the bank's files lie on Kaggle.
     *
     * @throws ConfigFault if the entry names no such place
     */
    public KaggleSpec rawKaggle() {
        if (source.kaggle() == null) {
            throw new ConfigFault("catalog of bank " + bank + ": no source.kaggle");
        }
        return source.kaggle();
    }

    /** @return the rows to keep: those requested, else the catalog's default */
    public long targetRows(@Nullable Long requested) {
        return requested == null ? sampling.defaultRows() : requested;
    }
}
