package io.payscope.datasets.catalog;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.FraudPlan;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a catalog entry that lacks something or contradicts itself. What {@code bank.schema.json} refuses is refused
 * here too, so that an entry needs no schema at run time.
 */
final class CatalogCheck {

    private final String name;
    private final BankEntry entry;

    CatalogCheck(String name, BankEntry entry) {
        this.name = name;
        this.entry = entry;
    }

    /** @throws ConfigFault naming the file, the field and what is wrong with it */
    void run() {
        new Completeness(name).check(entry, "");
        KaggleSpec kaggle = entry.source().kaggle();
        require(kaggle == null || kaggle.isConsistent(), "source.kaggle: dataset owner/slug or competition", kaggle);
        require(entry.currency().matches("[A-Z]{3}"), "currency", entry.currency());
        SamplingSpec sampling = entry.sampling();
        require(
                1 <= sampling.minimumRows()
                        && sampling.minimumRows() <= sampling.defaultRows()
                        && sampling.defaultRows() <= sampling.maximumRows(),
                "sampling: minimumRows <= defaultRows <= maximumRows",
                sampling);
        if (entry.isRaw()) {
            new MappingCheck(name, entry).run();
            simulation(entry.rawSimulation());
        } else {
            boolean nothing = entry.mapping() == null && entry.simulation() == null;
            require(nothing, "no mapping and no simulation of a bank without files", entry.title());
            require(entry.syntheticSynthesis().isValid(), "synthesis, every parameter in its range", entry.synthesis());
        }
        learning();
    }

    private void learning() {
        FraudPlan fraud = entry.learning().fraud();
        if (fraud != null) {
            boolean fractions = fraud.trainFraction() > 0
                    && fraud.validationFraction() > 0
                    && fraud.trainFraction() + fraud.validationFraction() < 1;
            require(fractions && fraud.labelDelayHours() >= 0, "learning.fraud", fraud);
            boolean positives =
                    1 <= fraud.minimumPositivesBasic() && fraud.minimumPositivesBasic() <= fraud.minimumPositives();
            require(positives, "learning.fraud: 1 <= minimumPositivesBasic <= minimumPositives", fraud);
        }
        boolean labelled = !entry.isRaw() || entry.rawMapping().label() != null;
        require(labelled || fraud == null, "learning.fraud of a bank without a label", fraud);
        ForecastPlan forecast = entry.learning().forecast();
        if (forecast != null) {
            require(forecast.horizon() > 0 && forecast.seasonLength() > 0, "learning.forecast", forecast);
            require(forecast.minimumLength() > forecast.horizon(), "learning.forecast.minimumLength", forecast);
        }
    }

    private void simulation(SimulationSpec simulation) {
        require(simulation.isValid(), "simulation", simulation);
    }

    private void require(boolean holds, String expected, @Nullable Object found) {
        if (!holds) {
            throw new ConfigFault(name + ": expected " + expected + ", found " + found);
        }
    }
}
