package io.payscope.apiquestions;

import io.payscope.apiquestions.Answer.Timings;
import io.payscope.apiquestions.Forecasts.Outlook;
import io.payscope.apiquestions.Forecasts.Series;
import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.apiquestions.Understanding.NotAnswerable;
import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerFigures;
import io.payscope.core.port.LedgerFigures.Extent;
import io.payscope.core.port.VectorStore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers a question about one bank. The bank comes from the caller's identity; no word of the question changes it. */
public final class AskQuestion {

    /** Characters of a question, at most. */
    public static final int LONGEST = 500;

    private static final int CITED = 5;
    private static final String CAN_ASK = "You can ask for counts, amounts, averages, frauds, the busiest hour or day,"
            + " top merchants, accounts or channels, of a period, channel, merchant or account; for comparisons of two;"
            + " and for forecasts.";

    private final LedgerFigures ledger;
    private final GraphReader graph;
    private final VectorStore vectors;
    private final Forecasts forecasts;
    private final Answerer answerer;

    /** Answers offline, from templates. */
    public AskQuestion(LedgerFigures ledger, GraphReader graph, VectorStore vectors, Forecasts forecasts) {
        this(ledger, graph, vectors, forecasts, new ExtractiveAnswerer());
    }

    AskQuestion(LedgerFigures ledger, GraphReader graph, VectorStore vectors, Forecasts forecasts, Answerer answerer) {
        this.ledger = ledger;
        this.graph = graph;
        this.vectors = vectors;
        this.forecasts = forecasts;
        this.answerer = answerer;
    }

    /**
     * Answers it.
     *
     * @param bank whose data may be looked at
     * @param question at most {@link #LONGEST} characters
     */
    public Answer ask(BankId bank, String question) {
        long start = System.nanoTime();
        if (question.isBlank() || question.length() > LONGEST) {
            return refusal("a question has from 1 to " + LONGEST + " characters", start);
        }
        return switch (new QuestionReader(ledger).read(bank, question)) {
            case NotAnswerable(String reason) -> refusal(reason, start);
            case Asked asked -> answer(bank, question, asked, start);
        };
    }

    private Answer answer(BankId bank, String question, Asked asked, long start) {
        long understood = System.nanoTime();
        List<Figure> figures =
                switch (asked.intent()) {
                    case DESCRIBE, COMPARE -> computed(bank, asked);
                    case FORECAST, WHAT_IF -> outlook(bank, asked);
                };
        long computed = System.nanoTime();
        if (figures.isEmpty() && asked.intent() != Intent.DESCRIBE && asked.intent() != Intent.COMPARE) {
            return refusal("there is no forecast of that", start);
        }
        List<Cited> documents = vectors.query(bank, question, CITED, DocumentFilter.of(asked)).stream()
                .map(match ->
                        Cited.of(match.id(), match.score(), match.metadata().getOrDefault("text", "")))
                .toList();
        long found = System.nanoTime();
        String text = answerer.write(new Evidence(question, asked.intent(), figures, documents));
        return new Answer(
                true,
                text,
                figures,
                documents,
                new Timings(millis(start, understood), millis(computed, found), millis(understood, computed)));
    }

    private List<Figure> computed(BankId bank, Asked asked) {
        List<Figure> figures = new ArrayList<>(
                new FigureReader(ledger).read(bank, asked, extent(bank).currency()));
        if (asked.wholeBank() && asked.channels().isEmpty() && !asked.parties().isEmpty()) {
            Map<String, Long> counterparties = graph.counterparties(bank, asked.parties());
            for (String party : asked.parties()) {
                @Nullable Long others = counterparties.get(party);
                if (others != null) {
                    figures.add(new Figure(
                            "different counterparties",
                            party,
                            BigDecimal.valueOf(others),
                            "parties",
                            asked.periods().getFirst(),
                            "graph neighbourhood"));
                }
            }
        }
        return figures;
    }

    private List<Figure> outlook(BankId bank, Asked asked) {
        boolean filtered = !asked.parties().isEmpty() || !asked.channels().isEmpty() || !asked.wholeBank();
        boolean measurable = asked.measures().size() == 1 || asked.measures().getFirst() == Measure.COUNT;
        if (filtered
                || !measurable
                || (asked.intent() == Intent.WHAT_IF && asked.change().signum() == 0)) {
            return List.of();
        }
        Measure measure = asked.measures().getFirst();
        Optional<Series> series =
                switch (measure) {
                    case COUNT -> Optional.of(Series.VOLUME);
                    case AMOUNT -> Optional.of(Series.AMOUNT);
                    case FRAUD_COUNT -> Optional.of(Series.FRAUDS);
                    default -> Optional.empty();
                };
        BigDecimal change = asked.intent() == Intent.WHAT_IF ? asked.change() : BigDecimal.ZERO;
        return series.flatMap(one -> forecasts.outlook(bank, one, asked.horizon(), change))
                .map(outlook -> figures(bank, asked, measure, outlook))
                .orElse(List.of());
    }

    private List<Figure> figures(BankId bank, Asked asked, Measure measure, Outlook outlook) {
        Extent extent = extent(bank);
        LocalDate newest = extent.last().atOffset(ZoneOffset.UTC).toLocalDate();
        Period ahead = new Period(newest.plusDays(1), newest.plusDays(asked.horizon()));
        String unit = measure == Measure.AMOUNT ? extent.currency() : "transactions";
        String name = "forecast " + measure.title();
        return List.of(
                new Figure(name, "", outlook.expected(), unit, ahead, outlook.model()),
                new Figure(name + ", lower end", "", outlook.lower(), unit, ahead, outlook.model()),
                new Figure(name + ", upper end", "", outlook.upper(), unit, ahead, outlook.model()));
    }

    private Extent extent(BankId bank) {
        return ledger.extent(bank).orElseThrow();
    }

    private static Answer refusal(String reason, long start) {
        return new Answer(
                false,
                "Not answerable from the data: " + reason + ". " + CAN_ASK,
                List.of(),
                List.of(),
                new Timings(millis(start, System.nanoTime()), 0, 0));
    }

    private static double millis(long from, long to) {
        return (to - from) / 1e6;
    }
}
