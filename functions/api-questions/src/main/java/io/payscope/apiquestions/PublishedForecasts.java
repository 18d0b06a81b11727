package io.payscope.apiquestions;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerReader;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.learning.forecast.Scenario;
import io.payscope.learning.forecast.SeriesModel;
import io.payscope.wire.json.JsonCodec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Forecasts by the registry's champions, each read anew and proven to be the one that its card names. */
final class PublishedForecasts implements Forecasts {

    private static final int LEVEL = 80;
    private static final int SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ObjectStore objects;
    private final ChampionCards cards;
    private final LedgerReader ledger;

    /**
     * @param objects where models lie
     * @param cards of the models in use
     * @param ledger gives the history that a change is made to
     */
    PublishedForecasts(ObjectStore objects, ChampionCards cards, LedgerReader ledger) {
        this.objects = objects;
        this.cards = cards;
        this.ledger = ledger;
    }

    @Override
    public Outlook outlook(BankId bank, Series series, int days, BigDecimal changePercent) {
        return cards.inUse(bank, ModelOutcome.Kind.FORECAST)
                .map(champion -> outlook(bank, champion, series, days, changePercent))
                .orElseGet(() -> new Unavailable("there is no forecast model in use"));
    }

    private Outlook outlook(
            BankId bank, ChampionCards.Placed champion, Series series, int days, BigDecimal changePercent) {
        ForecastModel model = JsonCodec.decode(champion.model(objects), ForecastModel.class);
        Optional<SeriesModel> found = model.series().stream()
                .filter(one -> one.name().equals(series.key()))
                .findFirst();
        if (found.isEmpty()) {
            return new Unavailable("the forecast model has no such series");
        }
        int stepsADay = (int) Duration.ofDays(1).dividedBy(model.grain().length());
        int steps = days == 0 ? model.horizon() : days * stepsADay;
        if (steps > model.horizon()) {
            return new Unavailable(
                    "the forecast looks %d days ahead".formatted(Math.ceilDiv(model.horizon(), stepsADay)));
        }
        return outlook(bank, champion.card(), model, found.get(), steps, changePercent);
    }

    private Outlook outlook(
            BankId bank, ModelCard card, ForecastModel model, SeriesModel series, int steps, BigDecimal changePercent) {
        BigDecimal expected = sum(series.forecast(model.horizon()), steps);
        BigDecimal changed = expected;
        if (changePercent.signum() != 0) {
            changed = changed(bank, card, model, series, steps, changePercent);
        }
        double[][] edges = series.interval(LEVEL, model.horizon());
        return new Computed(
                period(model, series, steps),
                expected,
                sum(edges[0], steps),
                sum(edges[1], steps),
                changed,
                "model " + card.version() + ", " + series.chosen().name());
    }

    private BigDecimal changed(
            BankId bank, ModelCard card, ForecastModel model, SeriesModel series, int steps, BigDecimal percent) {
        ForecastPlan plan = card.plan().forecast();
        if (plan == null) {
            throw new DataFault("model " + card.version() + " of bank " + bank + ": the card has no plan");
        }
        double multiplier =
                Math.max(0, BigDecimal.ONE.add(percent.divide(HUNDRED)).doubleValue());
        ForecastModel alone = new ForecastModel(model.grain(), model.horizon(), List.of(series));
        double[] values = new Scenario(steps, multiplier, 0)
                .run(alone, ledger.buckets(bank, plan.grain()), plan).stream()
                        .findFirst()
                        .orElseThrow(() -> new BugFault("one series gives one comparison, found none"))
                        .changed()
                        .stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
        return sum(values, steps);
    }

    private static Period period(ForecastModel model, SeriesModel series, int steps) {
        Duration step = model.grain().length();
        Instant first = series.historyStart().plus(step.multipliedBy(series.historySteps()));
        Instant last = first.plus(step.multipliedBy(steps - 1L));
        return new Period(
                first.atOffset(ZoneOffset.UTC).toLocalDate(),
                last.atOffset(ZoneOffset.UTC).toLocalDate());
    }

    private static BigDecimal sum(double[] values, int steps) {
        return BigDecimal.valueOf(Arrays.stream(values, 0, steps).sum()).setScale(SCALE, RoundingMode.HALF_UP);
    }
}
