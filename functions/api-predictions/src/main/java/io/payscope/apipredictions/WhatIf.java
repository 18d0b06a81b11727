package io.payscope.apipredictions;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerReader;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.Scenario;
import io.payscope.learning.forecast.SeriesModel;
import java.util.List;

/** Forecasts a series as if its last steps had been others. Thread-safe. */
public final class WhatIf {

    private final ForecastModels models;
    private final LedgerReader ledger;

    /**
     * @param models of the banks
     * @param ledger gives the history, of which a model looks at its own part
     */
    public WhatIf(ForecastModels models, LedgerReader ledger) {
        this.models = models;
        this.ledger = ledger;
    }

    /**
     * Forecasts with and without the change.
     *
     * @param name such as {@code volume}
     * @param scenario what would have been
     * @throws DataFault if the model does not match its card
     * @throws io.payscope.http.Refusal 404 if there is no such series
     */
    public Scenario.Comparison run(BankId bank, String name, Scenario scenario) {
        ForecastModels.Loaded loaded = models.of(bank);
        SeriesModel series = loaded.series(name);
        ForecastPlan plan = loaded.card().plan().forecast();
        if (plan == null) {
            throw new DataFault("model " + loaded.card().version() + " of bank " + bank + ": the card has no plan");
        }
        ForecastModel alone =
                new ForecastModel(loaded.model().grain(), loaded.model().horizon(), List.of(series));
        return scenario.run(alone, ledger.buckets(bank, plan.grain()), plan).stream()
                .findFirst()
                .orElseThrow(() -> new BugFault("one series gives one comparison, found none"));
    }
}
