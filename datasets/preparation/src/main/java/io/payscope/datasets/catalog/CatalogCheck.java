package io.payscope.datasets.catalog;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.FraudPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refuses a catalog entry that contradicts itself. */
final class CatalogCheck {

    private final String name;
    private final BankEntry entry;

    CatalogCheck(String name, BankEntry entry) {
        this.name = name;
        this.entry = entry;
    }

    /** @throws ConfigFault naming the file, the field and what is wrong with it */
    void run() {
        present("title", entry.title());
        present("source", entry.source());
        KaggleSpec kaggle = entry.source().kaggle();
        require(kaggle == null || kaggle.isConsistent(), "source.kaggle: dataset owner/slug or competition", kaggle);
        present("sampling", entry.sampling());
        present("learning", entry.learning());
        require(entry.currency() != null && entry.currency().matches("[A-Z]{3}"), "currency", entry.currency());
        SamplingSpec sampling = entry.sampling();
        require(
                1 <= sampling.minimumRows()
                        && sampling.minimumRows() <= sampling.defaultRows()
                        && sampling.defaultRows() <= sampling.maximumRows(),
                "sampling: minimumRows <= defaultRows <= maximumRows",
                sampling);
        learning();
        if (entry.isRaw()) {
            columns();
            simulation(entry.rawSimulation());
        }
    }

    private void learning() {
        FraudPlan fraud = entry.learning().fraud();
        if (fraud != null) {
            boolean fractions = fraud.trainFraction() > 0
                    && fraud.validationFraction() > 0
                    && fraud.trainFraction() + fraud.validationFraction() < 1;
            require(fractions && fraud.labelDelayHours() >= 0, "learning.fraud", fraud);
            require(fraud.minimumPositivesBasic() <= fraud.minimumPositives(), "learning.fraud", fraud);
        }
        boolean labelled = !entry.isRaw() || entry.rawMapping().label() != null;
        require(labelled || fraud == null, "learning.fraud of a bank without a label", fraud);
        ForecastPlan forecast = entry.learning().forecast();
        if (forecast != null) {
            require(forecast.grain() != null && forecast.horizon() > 0, "learning.forecast", forecast);
            require(forecast.minimumLength() > forecast.horizon(), "learning.forecast.minimumLength", forecast);
        }
    }

    private void columns() {
        List<String> all = entry.files().stream()
                .flatMap(file -> file.columns().stream().map(ColumnSpec::name))
                .toList();
        List<String> main =
                entry.mainFile().columns().stream().map(ColumnSpec::name).toList();
        require(new HashSet<>(main).size() == main.size(), "columns, each once", main);
        Set<String> known = Set.copyOf(new HashSet<>(all));
        MappingSpec mapping = entry.rawMapping();
        known("mapping.transactionId", mapping.transactionId(), known);
        known("mapping.time", mapping.time().column(), known);
        known("mapping.amount", mapping.amount(), known);
        known("mapping.channel", mapping.channel().column(), known);
        known("mapping.label", mapping.label(), known);
        known("mapping.lifecycle", mapping.lifecycle().column(), known);
        entry.rules().forEach(rule -> rule.columns().forEach(column -> known("rule " + rule.id(), column, known)));
        entry.dropped()
                .forEach(drop -> NameRange.expand(drop.column()).forEach(column -> known("dropped", column, known)));
        boolean oneChannel =
                (mapping.channel().column() == null) != (mapping.channel().constant() == null);
        require(oneChannel, "mapping.channel: a column or a constant", mapping.channel());
        MappingSpec.TimeSpec time = mapping.time();
        if (mapping.amount() != null) {
            mapping.features().forEach(feature -> known("mapping.features", feature.column(), known));
        }
        require(
                time.unit() == MappingSpec.TimeUnit.LOCAL ? time.zone() != null : time.anchor() != null,
                "mapping.time: an anchor, or a zone for local time",
                time);
        dropped(mapping);
    }

    private void dropped(MappingSpec mapping) {
        Set<String> used = mapping.features().stream().map(FeatureSpec::column).collect(Collectors.toSet());
        for (DroppedColumn drop : entry.dropped()) {
            for (String column : NameRange.expand(drop.column())) {
                require(!used.contains(column), "features without the dropped column", column);
            }
        }
    }

    private void simulation(SimulationSpec simulation) {
        boolean shares = simulation.surplus() >= 1
                && simulation.fraudRate() >= 0
                && simulation.fraudRate() < 0.5
                && simulation.duplicateShare() >= 0
                && simulation.dirtyShare() >= 0
                && simulation.days() >= 1;
        require(shares, "simulation", simulation);
    }

    private void known(String field, @Nullable String column, Set<String> columns) {
        require(column == null || columns.contains(column), field + ": a column of the bank's files", column);
    }

    private void present(String field, @Nullable Object value) {
        require(value != null, field, null);
    }

    private void require(boolean holds, String expected, @Nullable Object found) {
        if (!holds) {
            throw new ConfigFault(name + ": expected " + expected + ", found " + found);
        }
    }
}
