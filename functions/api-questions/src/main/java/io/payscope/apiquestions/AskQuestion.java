package io.payscope.apiquestions;

import io.payscope.apiquestions.Answer.Timings;
import io.payscope.apiquestions.Forecasts.Computed;
import io.payscope.apiquestions.Forecasts.Series;
import io.payscope.apiquestions.Forecasts.Unavailable;
import io.payscope.apiquestions.Understanding.AboutModel;
import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.apiquestions.Understanding.NotAnswerable;
import io.payscope.core.model.BankId;
import io.payscope.core.port.GraphReader;
import io.payscope.core.port.LedgerFigures;
import io.payscope.core.port.LedgerFigures.Extent;
import io.payscope.core.port.MetadataFilter;
import io.payscope.core.port.VectorStore;
import io.payscope.core.stage.ModelOutcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers a question about one bank. The bank comes from the caller's identity; no word of the question changes it. */
public final class AskQuestion {

    /** Characters of a question, at most. */
    public static final int LONGEST = 500;

    private static final int CITED = 5;
    private static final String CAN_ASK = "You can ask for counts, amounts, averages, frauds, the busiest hour or day,"
            + " top merchants, accounts or channels, of a period, channel, merchant or account; for comparisons of two;"
            + " for forecasts;"
            + " and for the models in use.";

    private final LedgerFigures ledger;
    private final GraphReader graph;
    private final VectorStore vectors;
    private final Forecasts forecasts;
    private final ChampionCards cards;
    private final Answerer answerer;

    /** The figures of an answer, or why there are none. */
    private record Figures(List<Figure> figures, String missing) {

        static Figures missing(String reason) {
            return new Figures(List.of(), reason);
        }
    }

    /**
     * @param ledger computes figures
     * @param graph counts counterparties
     * @param vectors finds documents
     * @param forecasts by the models in use
     * @param cards of the models in use
     * @param answerer words the answer
     */
    AskQuestion(
            LedgerFigures ledger,
            GraphReader graph,
            VectorStore vectors,
            Forecasts forecasts,
            ChampionCards cards,
            Answerer answerer) {
        this.ledger = ledger;
        this.graph = graph;
        this.vectors = vectors;
        this.forecasts = forecasts;
        this.cards = cards;
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
        if (question.chars().anyMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
            return refusal("a question has no control characters", start);
        }
        return switch (new QuestionReader(ledger).read(bank, question)) {
            case NotAnswerable(String reason) -> refusal(reason, start);
            case Asked asked -> answer(bank, question, asked, start);
            case AboutModel(ModelOutcome.Kind kind) -> aboutModel(bank, question, kind, start);
        };
    }

    private Answer answer(BankId bank, String question, Asked asked, long start) {
        long understood = System.nanoTime();
        Figures found =
                switch (asked.intent()) {
                    case DESCRIBE, COMPARE -> described(bank, asked);
                    case FORECAST, WHAT_IF -> outlook(bank, asked);
                };
        long computed = System.nanoTime();
        if (!found.missing().isEmpty()) {
            return refusal(found.missing(), start);
        }
        List<Figure> figures = found.figures();
        List<Cited> documents = documents(bank, question, DocumentFilter.of(asked, figures));
        if (documents.isEmpty()) {
            // Not every day or party has a document of its own.
            documents = documents(bank, question, DocumentFilter.SUMMARY);
        }
        long searched = System.nanoTime();
        String text = answerer.write(new Evidence(question, asked.intent(), figures, documents));
        return new Answer(
                true,
                text,
                figures,
                documents,
                new Timings(millis(start, understood), millis(computed, searched), millis(understood, computed)));
    }

    private Answer aboutModel(BankId bank, String question, ModelOutcome.Kind kind, long start) {
        return cards.inUse(bank, kind)
                .map(champion -> {
                    Extent extent = extent(bank);
                    List<Figure> figures =
                            ModelAnswer.figures(champion.card(), Period.of(extent.first(), extent.last()));
                    List<Cited> documents = List.of(ModelAnswer.document(champion.card()));
                    String text = answerer.write(new Evidence(question, Intent.DESCRIBE, figures, documents));
                    return new Answer(
                            true, text, figures, documents, new Timings(millis(start, System.nanoTime()), 0, 0));
                })
                .orElseGet(() -> refusal("there is no such model in use", start));
    }

    private List<Cited> documents(BankId bank, String question, MetadataFilter filter) {
        return vectors.query(bank, question, CITED, filter).stream()
                .map(match ->
                        Cited.of(match.id(), match.score(), match.metadata().getOrDefault("text", "")))
                .toList();
    }

    private Figures described(BankId bank, Asked asked) {
        List<Figure> figures = computed(bank, asked);
        boolean frauds = asked.measures().stream().allMatch(Measure::needsLabels);
        return frauds && figures.stream().noneMatch(figure -> figure.query().equals("totals"))
                ? Figures.missing("no transaction there is labelled, so nothing is known about frauds")
                : new Figures(figures, "");
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

    private Figures outlook(BankId bank, Asked asked) {
        if (!asked.parties().isEmpty() || !asked.channels().isEmpty() || !asked.wholeBank()) {
            return Figures.missing("only the whole bank is forecast, from its newest row on");
        }
        boolean whatIf = asked.intent() == Intent.WHAT_IF;
        if (whatIf && asked.change().signum() == 0) {
            return Figures.missing("a what-if question names a change in per cent");
        }
        Measure measure = asked.measures().getFirst();
        Series series =
                switch (measure) {
                    case COUNT -> Series.VOLUME;
                    case AMOUNT -> Series.AMOUNT;
                    case FRAUD_COUNT -> Series.FRAUDS;
                    default -> null;
                };
        if (series == null || (asked.measures().size() > 1 && measure != Measure.COUNT)) {
            return Figures.missing("transactions, amounts and frauds are forecast, one at a time");
        }
        BigDecimal change = whatIf ? asked.change() : BigDecimal.ZERO;
        return switch (forecasts.outlook(bank, series, asked.horizon(), change)) {
            case Unavailable(String reason) -> Figures.missing(reason);
            case Computed outlook -> new Figures(figures(bank, asked, measure, outlook), "");
        };
    }

    private List<Figure> figures(BankId bank, Asked asked, Measure measure, Computed outlook) {
        String unit = measure == Measure.AMOUNT ? extent(bank).currency() : "transactions";
        String name = "forecast " + measure.title();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(name, "", outlook.expected(), unit, outlook.period(), outlook.model()));
        if (asked.intent() == Intent.WHAT_IF) {
            figures.add(new Figure(name + " if so", "", outlook.changed(), unit, outlook.period(), outlook.model()));
            BigDecimal difference = outlook.changed().subtract(outlook.expected());
            figures.add(new Figure("difference in " + name, "", difference, unit, outlook.period(), outlook.model()));
        } else {
            figures.add(new Figure(name + ", lower end", "", outlook.lower(), unit, outlook.period(), outlook.model()));
            figures.add(new Figure(name + ", upper end", "", outlook.upper(), unit, outlook.period(), outlook.model()));
        }
        return figures;
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
