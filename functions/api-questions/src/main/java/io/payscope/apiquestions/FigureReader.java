package io.payscope.apiquestions;

import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerFigures;
import io.payscope.core.port.LedgerFigures.Grouping;
import io.payscope.core.port.LedgerFigures.Part;
import io.payscope.core.port.LedgerFigures.Ranked;
import io.payscope.core.port.LedgerFigures.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Has the figures of a question computed: one part of the ledger for each period and each party or channel. */
final class FigureReader {

    private static final String TRANSACTIONS = "transactions";
    private static final String PARTIES = "parties";

    private final LedgerFigures ledger;

    FigureReader(LedgerFigures ledger) {
        this.ledger = ledger;
    }

    /** @return no figure of frauds where no transaction is labelled: 0 would claim to know */
    List<Figure> read(BankId bank, Asked asked, String currency) {
        List<Figure> figures = new ArrayList<>();
        for (Period period : asked.periods()) {
            if (asked.parties().size() > 1) {
                asked.parties()
                        .forEach(party -> read(
                                bank,
                                asked,
                                period,
                                asked.channels().isEmpty()
                                        ? null
                                        : asked.channels().getFirst(),
                                party,
                                currency,
                                figures));
            } else if (asked.channels().isEmpty()) {
                read(bank, asked, period, null, only(asked.parties()), currency, figures);
            } else {
                asked.channels()
                        .forEach(channel ->
                                read(bank, asked, period, channel, only(asked.parties()), currency, figures));
            }
        }
        if (asked.intent() == Intent.COMPARE) {
            figures.addAll(differences(figures, asked.measures()));
        }
        return figures;
    }

    private static @Nullable String only(List<String> names) {
        return names.isEmpty() ? null : names.getFirst();
    }

    private void read(
            BankId bank,
            Asked asked,
            Period period,
            @Nullable String channel,
            @Nullable String party,
            String currency,
            List<Figure> figures) {
        Part part = new Part(period.from(), period.to(), channel, party);
        String subject =
                party == null ? (channel == null ? "" : channel) : channel == null ? party : party + ", " + channel;
        Totals totals = ledger.totals(bank, part);
        for (Measure measure : asked.measures()) {
            if (measure.needsLabels() && totals.labelled() == 0) {
                continue;
            }
            switch (measure) {
                case COUNT ->
                    figures.add(total(measure, subject, BigDecimal.valueOf(totals.count()), TRANSACTIONS, period));
                case AMOUNT -> figures.add(total(measure, subject, totals.amount(), currency, period));
                case AVERAGE -> figures.add(total(measure, subject, totals.average(), currency, period));
                case FRAUD_COUNT ->
                    figures.add(total(measure, subject, BigDecimal.valueOf(totals.frauds()), TRANSACTIONS, period));
                case FRAUD_AMOUNT -> figures.add(total(measure, subject, totals.fraudAmount(), currency, period));
                case FRAUD_RATE -> figures.add(total(measure, subject, totals.fraudRate(), "percent", period));
                case LARGEST_FRAUD -> figures.add(total(measure, subject, totals.largestFraud(), currency, period));
                case PAYERS ->
                    figures.add(total(measure, subject, BigDecimal.valueOf(totals.payers()), PARTIES, period));
                case PAYEES ->
                    figures.add(total(measure, subject, BigDecimal.valueOf(totals.payees()), PARTIES, period));
                case BUSIEST_HOUR -> ranked(bank, measure, part, Grouping.HOUR, asked.limit(), period, figures);
                case BUSIEST_DAY -> ranked(bank, measure, part, Grouping.DAY, asked.limit(), period, figures);
                case TOP_MERCHANTS -> ranked(bank, measure, part, Grouping.MERCHANT, asked.limit(), period, figures);
                case TOP_PAYERS -> ranked(bank, measure, part, Grouping.PAYER, asked.limit(), period, figures);
                case TOP_CHANNELS -> ranked(bank, measure, part, Grouping.CHANNEL, asked.limit(), period, figures);
            }
        }
    }

    private static Figure total(Measure measure, String subject, BigDecimal value, String unit, Period period) {
        return new Figure(measure.title(), subject, value, unit, period, "totals");
    }

    private void ranked(
            BankId bank, Measure measure, Part part, Grouping by, int limit, Period period, List<Figure> figures) {
        for (Ranked ranked : ledger.top(bank, part, by, limit)) {
            figures.add(new Figure(
                    measure.title(),
                    ranked.key(),
                    BigDecimal.valueOf(ranked.count()),
                    TRANSACTIONS,
                    period,
                    "top " + by.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** Second part less first part, of each measure that is one number a part; of two parts only. */
    private static List<Figure> differences(List<Figure> figures, List<Measure> measures) {
        List<Figure> differences = new ArrayList<>();
        for (Measure measure : measures) {
            List<Figure> pair = figures.stream()
                    .filter(figure -> figure.name().equals(measure.title())
                            && figure.query().equals("totals"))
                    .toList();
            if (pair.size() == 2) {
                Figure first = pair.getFirst();
                Figure second = pair.getLast();
                differences.add(new Figure(
                        "difference in " + measure.title(),
                        first.subject().equals(second.subject())
                                ? first.subject()
                                : second.subject() + " less " + first.subject(),
                        second.value().subtract(first.value()),
                        second.unit(),
                        second.period(),
                        "difference of totals"));
            }
        }
        return differences;
    }
}
