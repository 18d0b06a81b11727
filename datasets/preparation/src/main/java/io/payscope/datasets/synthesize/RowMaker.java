package io.payscope.datasets.synthesize;

import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.map.MappedRow;
import io.payscope.datasets.primitive.ContentHash;
import io.payscope.datasets.primitive.Text;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes a synthetic row out of a drawn one. The label and the kind of day stay; the amount moves by about a fifth and
 * never stays the same, the time by hours within a calendar of its own, the channel changes now and then, ids are new.
 * Rows made from the same drawn row fall close together in time, so that a split by time keeps them on one side.
 *
 * <p>The banks have no features in common, so little of what gives their frauds away survives. Three in four frauds are
 * therefore exaggerated: the amount rises by about two of its bank's spreads, and the hour often moves into the night.
 * What a model detects here says nothing about real payments. Not thread-safe.
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
            "missing_share");

    private static final List<String> CHANNELS = List.of("card", "transfer", "cash", "voucher", "other");
    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final double AMOUNT_SPREAD = 0.2;
    private static final double HOUR_SPREAD = 1.0;
    private static final double DAY_SPREAD = 0.004;
    private static final double CHANNEL_CHANGE = 0.05;
    private static final double SCORE_SPREAD = 0.1;
    private static final double EXAGGERATED_SHARE = 0.75;
    private static final double EXAGGERATION = 1.9;
    private static final double NIGHT_SHARE = 0.6;
    private static final int NIGHT_HOURS = 5;
    private static final int PARTY_DIGITS = 16;
    private static final int ID_DIGITS = 20;
    private static final int ANONYMOUS_PAYERS = 4_000;
    private static final int ANONYMOUS_PAYEES = 600;
    private static final int RISKY_PAYEES = 30;
    private static final double RISKY_SHARE = 0.35;

    private final long seed;
    private final SplittableRandom random;
    private final SyntheticCalendar calendar = new SyntheticCalendar();
    private final ContentHash hash = new ContentHash();
    private final Text text = new Text();
    private final double[] unusual = new double[3];

    RowMaker(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Fills a row.
     *
     * @param source profile of the drawn row's bank
     * @param drawn the drawn row
     * @param number of the row to be made, from 1
     * @param row is filled
     */
    void make(SourceProfile source, CanonicalRow drawn, long number, MappedRow row) {
        CanonicalTransaction from = drawn.transaction();
        hash.reset();
        hash.add(seed);
        hash.add(number);
        hash.finish();
        row.hashHigh = hash.high();
        row.hashLow = hash.low();
        row.id.setHex('s', hash.high(), hash.low(), ID_DIGITS);
        row.sourceRow = number;
        boolean exaggerated = from.label() == Label.FRAUD && random.nextDouble() < EXAGGERATED_SHARE;
        double logAmount = amount(source, from, exaggerated, row);
        time(source, from, exaggerated && random.nextDouble() < NIGHT_SHARE, row);
        int channel = channel(from.channel());
        row.channel.set(CHANNELS.get(channel));
        row.label = from.label();
        row.lifecycle = LifecycleStage.SETTLED;
        parties(source, from, row);
        row.features[0] = logAmount;
        row.features[1] = round(source.amountScore(logAmount));
        row.features[4] = channel;
        source.features().describe(drawn.features(), unusual);
        for (int i = 0; i < unusual.length; i++) {
            row.features[5 + i] = round(unusual[i] * (1 + SCORE_SPREAD * random.nextGaussian()));
        }
    }

    /** In cents, never those of the drawn row. */
    private double amount(SourceProfile source, CanonicalTransaction from, boolean exaggerated, MappedRow row) {
        double before = from.amount().doubleValue();
        double moved = AMOUNT_SPREAD * random.nextGaussian();
        if (exaggerated) {
            moved += EXAGGERATION * source.amountSpread();
        }
        long cents = Math.round(before * Math.exp(moved) * 100);
        if (cents == Math.round(before * 100)) {
            cents += 1 + random.nextInt(20);
        }
        row.unscaledAmount = cents;
        row.amountScale = 2;
        return round(Math.log1p(cents / 100.0));
    }

    private void time(SourceProfile source, CanonicalTransaction from, boolean night, MappedRow row) {
        int day = calendar.day(source.relativeTime(from.occurredAt()) + DAY_SPREAD * random.nextGaussian());
        long clock = night
                ? random.nextInt(NIGHT_HOURS * HOUR_SECONDS)
                : LocalTime.ofInstant(from.occurredAt(), ZoneOffset.UTC).toSecondOfDay();
        long moved = clock + Math.round(HOUR_SPREAD * HOUR_SECONDS * random.nextGaussian());
        long second = Math.floorMod(moved + random.nextInt(HOUR_SECONDS) - HOUR_SECONDS / 2, DAY_SECONDS);
        row.micros = calendar.micros(day, second);
        row.features[2] = (double) (second / HOUR_SECONDS);
        row.features[3] = day % 7;
    }

    private int channel(String from) {
        if (random.nextDouble() < CHANNEL_CHANGE) {
            return random.nextInt(CHANNELS.size());
        }
        return switch (from) {
            case "card", "credit_card", "debit_card", "w", "c", "payment" -> 0;
            case "transfer", "debit", "boleto" -> 1;
            case "cash_in", "cash_out" -> 2;
            case "voucher", "not_defined" -> 3;
            default -> 4;
        };
    }

    /** Known parties keep telling each other apart under new names; the rest come from a pool. */
    private void parties(SourceProfile source, CanonicalTransaction from, MappedRow row) {
        String payer = from.payerId();
        long payerCode = payer == null ? pooled(ANONYMOUS_PAYERS) : code(payer);
        party(source, 'a', payerCode);
        row.payer.setHex('a', hash.high(), hash.low(), PARTY_DIGITS);
        String payee = from.payeeId();
        if (from.label() == Label.FRAUD && random.nextDouble() < RISKY_SHARE) {
            party(source, 'r', random.nextInt(RISKY_PAYEES));
        } else {
            party(source, 'm', payee == null ? pooled(ANONYMOUS_PAYEES) : code(payee));
        }
        row.payee.setHex('m', hash.high(), hash.low(), PARTY_DIGITS);
        row.payeeKind = PayeeKind.MERCHANT;
    }

    /** Odd, so that it is never one of a pool. */
    private long code(String id) {
        text.set(id);
        return text.hash() | 1;
    }

    /** Few of a pool come often. */
    private long pooled(int size) {
        double draw = random.nextDouble();
        return (long) (draw * draw * size) * 2;
    }

    private void party(SourceProfile source, char kind, long code) {
        hash.reset();
        hash.add(seed);
        hash.add(source.bank().value() * 1000L + kind);
        hash.add(code);
        hash.finish();
    }

    private static double round(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
