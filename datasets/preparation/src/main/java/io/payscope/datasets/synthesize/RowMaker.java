package io.payscope.datasets.synthesize;

import io.payscope.core.fault.BugFault;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.datasets.catalog.SynthesisSpec;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.sample.Sampler.RowConsumer;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the rows of one source from its model, in the order of time to the day: the day from the calendar, the parties
 * from the population, the rest from the model, drawn again until the guard lets it through. Not thread-safe.
 */
final class RowMaker {

    /** Names of the features that all synthetic rows have. */
    static final List<String> FEATURES = List.of(
            "log_amount",
            "amount_score",
            "hour",
            "weekday",
            "channel_code",
            "unusualness",
            "largest_score",
            "mean_score",
            "missing_share");

    private static final int HOUR_SECONDS = 3_600;
    private static final int PARTY_DIGITS = 16;
    private static final int ID_DIGITS = 20;

    /** How much more noise each further draw of a row has. */
    private static final double NOISE_STEP = 0.25;

    private final SourceModel model;
    private final PrivacyGuard guard;
    private final LikenessMeter meter;
    private final SynthesisSpec spec;
    private final long seed;
    private final SplittableRandom random;
    private final LabelOrder labels;
    private final Population population;
    private final SyntheticCalendar calendar = new SyntheticCalendar();
    private final ContentHash hash = new ContentHash();
    private final CommonRow made = new CommonRow();

    RowMaker(SourceModel model, SourceShare share, PrivacyGuard guard, LikenessMeter meter, SynthesisSpec spec) {
        this.model = model;
        this.guard = guard;
        this.meter = meter;
        this.spec = spec;
        this.seed = model.profile().seed(3);
        this.random = new SplittableRandom(seed);
        this.labels = new LabelOrder(share.rows(), random);
        this.population = new Population(model.habits(), labels.size(), random);
    }

    /**
     * Makes all rows of the source.
     *
     * @param before rows made for other sources
     * @param row is filled for each
     */
    void make(long before, MappedRow row, RowConsumer consumer) throws IOException {
        for (int i = 0; i < labels.size(); i++) {
            int day = calendar.day((i + random.nextDouble()) / labels.size());
            Label label = labels.label(i);
            population.choose(label);
            draw(label, day);
            fill(before + i + 1, day, row);
            meter.add(made);
            consumer.accept(row);
        }
    }

    private void draw(Label label, int day) {
        double habit = habit(population.payer());
        made.label = label;
        made.weekday = SyntheticCalendar.weekday(day);
        for (int i = 0; i < spec.tries(); i++) {
            made.channel = model.channel(label, random);
            model.draw(made, habit, 1 + NOISE_STEP * i, random);
            PrivacyGuard.Verdict verdict = guard.check(made);
            if (verdict == PrivacyGuard.Verdict.CLEAR) {
                made.micros = calendar.micros(day, (long) made.values[CommonRow.SECOND]);
                return;
            }
            meter.refused(verdict);
        }
        throw new BugFault("bank " + model.profile().bank() + ": expected a synthetic row that is no near copy within "
                + spec.tries() + " draws, found none");
    }

    /** The payer's usual amount as a normal score, always the same for one payer. */
    private double habit(int payer) {
        double share = ((ContentHash.mix(seed + payer) >>> 11) + 0.5) * 0x1p-53;
        return Normal.score(share);
    }

    private void fill(long number, int day, MappedRow row) {
        identify('t', number);
        row.hashHigh = hash.high();
        row.hashLow = hash.low();
        row.id.setHex('s', hash.high(), hash.low(), ID_DIGITS);
        row.sourceRow = number;
        row.micros = made.micros;
        row.unscaledAmount = made.cents;
        row.amountScale = 2;
        row.channel.set(CommonRow.CHANNELS.get(made.channel));
        row.label = made.label;
        row.lifecycle = LifecycleStage.SETTLED;
        identify('a', population.payer());
        row.payer.setHex('a', hash.high(), hash.low(), PARTY_DIGITS);
        identify('m', population.payee());
        row.payee.setHex('m', hash.high(), hash.low(), PARTY_DIGITS);
        row.payeeKind = population.kind();
        row.features[0] = round(made.values[CommonRow.LOG_AMOUNT]);
        row.features[1] = round(model.profile().amountScore(made.values[CommonRow.LOG_AMOUNT]));
        row.features[2] = Math.floor(made.values[CommonRow.SECOND] / HOUR_SECONDS);
        row.features[3] = SyntheticCalendar.weekday(day);
        row.features[4] = made.channel;
        for (int i = CommonRow.UNUSUALNESS; i < CommonRow.WIDTH; i++) {
            row.features[i + 3] = round(made.values[i]);
        }
    }

    private void identify(char kind, long number) {
        hash.reset();
        hash.add(seed);
        hash.add((long) kind);
        hash.add(number);
        hash.finish();
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
