package io.payscope.apiquestions;

import io.payscope.apiquestions.Understanding.AboutModel;
import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.apiquestions.Understanding.NotAnswerable;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerFigures;
import io.payscope.core.port.LedgerFigures.Extent;
import io.payscope.core.stage.ModelOutcome;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a question without a model. Every word must be a name in the bank's data, part of a period, or in the
 * vocabulary: a word that is passed over could change what is asked.
 */
final class QuestionReader {

    private static final int MOST_NAMES = 12;

    /** Each of them is computed by a statement of its own. */
    private static final int MOST_PARTS = 12;

    private static final Pattern QUOTED = Pattern.compile("[\"\u201c]([^\"\u201c\u201d]{1,256})[\"\u201d]");
    private static final Pattern BANK = Pattern.compile("(?i)\\bbank\\s+(?:number\\s+|id\\s+|no\\.?\\s+)?(\\d+)");
    private static final Pattern BANKS =
            Pattern.compile("(?i)\\b(?:other|another|all|every|each|both|any)\\s+banks?\\b|\\bbanks\\b");
    private static final Pattern PERCENT =
            Pattern.compile("(?<![\\w.])([+-]?(?:\\d{1,4}(?:\\.\\d{1,2})?|\\.\\d{1,2})) ?(?:%|percent\\b|per cent\\b)");
    private static final Pattern ENDS = Pattern.compile("^(?:'|[.\\-](?!\\d|\\.\\d))+|['.\\-]+$|'s$");
    private static final Pattern BEFORE_CHANNEL = Pattern.compile("by|via|channels?|types?|kinds?");
    private static final Pattern DOWN = Pattern.compile("\\b(?:fall|fell|drop|drops|decrease|decreased|less|lower)\\b");
    private static final Pattern AHEAD = Pattern.compile(
            "\\b(?:next (?<n>\\d{1,3}) days?|next (?<unit>day|week|month)|(?<tomorrow>tomorrow)|(?<m>\\d{1,3}) days"
                    + " ahead)\\b");
    private static final Pattern TOP = Pattern.compile("\\btop (\\d{1,2})\\b");
    private static final Pattern WHAT_IF = Pattern.compile("\\bwhat (?:would happen )?if\\b|\\bwhat happens if\\b");
    private static final Pattern FORECAST =
            Pattern.compile("\\b(?:forecast\\w*|predict\\w*|projected|expect\\w*|will)\\b");
    private static final Pattern COMPARE =
            Pattern.compile("\\b(?:compare[d]?|versus|vs|difference|than|change|changed|increased|decreased)\\b");
    private static final Pattern MODEL = Pattern.compile("\\bmodels?\\b");
    private static final Pattern PAYMENTS = Pattern.compile("\\b(?:payments|transactions)\\b");
    private static final Pattern DESCRIBE = Pattern.compile(
            "\\b(?:describe|tell|overview|summary|summari[sz]e|happened|know|profile|about|going on|report|data)\\b");

    private final LedgerFigures ledger;

    QuestionReader(LedgerFigures ledger) {
        this.ledger = ledger;
    }

    Understanding read(BankId bank, String question) {
        Optional<Extent> extent = ledger.extent(bank);
        if (extent.isEmpty()) {
            return new NotAnswerable("the bank has no transactions yet");
        }
        List<String> names = new ArrayList<>();
        String text = take(QUOTED, question, names);
        List<String> banks = new ArrayList<>();
        text = take(BANK, text, banks);
        if (BANKS.matcher(text).find() || banks.stream().anyMatch(named -> !named.equals(bank.toString()))) {
            return new NotAnswerable("only the data of your own bank can be asked about");
        }
        try {
            return read(bank, extent.get(), text, names);
        } catch (DateTimeException e) {
            return new NotAnswerable("a date does not exist, or a range ends before it begins");
        }
    }

    private Understanding read(BankId bank, Extent extent, String original, List<String> quoted) {
        LocalDate newest = extent.last().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate oldest = extent.first().atOffset(ZoneOffset.UTC).toLocalDate();
        Set<String> known = names(bank, original, quoted);
        if (!known.containsAll(quoted)) {
            return new NotAnswerable("no account or merchant of a quoted name is in the data");
        }
        List<String> channelsOfBank = ledger.channels(bank);
        List<String> parties = new ArrayList<>(quoted);
        List<String> channels = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        String before = "";
        for (String token : tokens(original)) {
            String lower = token.toLowerCase(Locale.ROOT);
            if (Words.knows(lower)
                    && channelsOfBank.contains(lower)
                    && !BEFORE_CHANNEL.matcher(before).matches()) {
                return new NotAnswerable(
                        "'%1$s' is a channel of the bank too: say 'channel %1$s', or 'payments' or 'transactions'"
                                .formatted(lower));
            }
            before = lower;
            if (known.contains(token)) {
                parties.add(token);
            } else if (known.contains(token.toUpperCase(Locale.ROOT))) {
                parties.add(token.toUpperCase(Locale.ROOT));
            } else if (channelsOfBank.contains(lower)) {
                channels.add(lower);
            } else {
                plain.append(lower).append(' ');
            }
        }
        PeriodReader.Found found = new PeriodReader(newest).read(plain.toString());
        List<Period> periods = found.periods().isEmpty()
                ? List.of(new Period(oldest, newest))
                : found.periods().stream().distinct().toList();
        channels = channels.stream().distinct().toList();
        if (periods.size() * Math.max(1, Math.max(channels.size(), parties.size())) > MOST_PARTS) {
            return new NotAnswerable(
                    "at most " + MOST_PARTS + " periods, parties or channels can be asked for at once");
        }
        return read(found.rest(), periods, found.periods().isEmpty(), channels, parties);
    }

    private static Understanding read(
            String text, List<Period> periods, boolean wholeBank, List<String> channels, List<String> parties) {
        List<String> taken = new ArrayList<>();
        String rest = take(PERCENT, text, taken);
        if (taken.size() > 1) {
            return new NotAnswerable("a what-if question names one change");
        }
        BigDecimal change = taken.isEmpty() ? BigDecimal.ZERO : new BigDecimal(taken.getFirst());
        Matcher ahead = AHEAD.matcher(rest);
        int horizon = ahead.find() ? horizon(ahead) : 0;
        rest = ahead.replaceAll(" ");
        Matcher top = TOP.matcher(rest);
        int limit = top.find() ? Math.max(1, Integer.parseInt(top.group(1))) : 1;
        rest = top.replaceAll("top");
        StringBuilder corrected = new StringBuilder();
        for (String token : tokens(rest)) {
            Optional<String> word = Words.correct(token);
            if (word.isEmpty()) {
                return new NotAnswerable("the word '" + Cited.escaped(token) + "' means nothing in these data");
            }
            corrected.append(word.get()).append(' ');
        }
        String words = corrected.toString();
        if (MODEL.matcher(words).find()) {
            return aboutModel(words);
        }
        boolean whatIf = WHAT_IF.matcher(words).find();
        boolean forecast = horizon > 0 || FORECAST.matcher(words).find();
        boolean compare = COMPARE.matcher(words).find();
        Intent intent =
                whatIf ? Intent.WHAT_IF : forecast ? Intent.FORECAST : compare ? Intent.COMPARE : Intent.DESCRIBE;
        List<Measure> measures = new ArrayList<>();
        Optional<String> passedOver =
                Leftovers.in(measures(words, measures), !channels.isEmpty() || !parties.isEmpty());
        if (passedOver.isPresent()) {
            return new NotAnswerable("the word '" + passedOver.get() + "' could not be applied to these data");
        }
        if (measures.size() > 1 && (whatIf || forecast || measures.stream().anyMatch(Measure::ranks))) {
            return new NotAnswerable("a ranking, forecast or what-if is of one measure, and a ranking by transactions");
        }
        if (measures.isEmpty()
                && (whatIf || forecast)
                && PAYMENTS.matcher(words).find()) {
            measures = List.of(Measure.COUNT);
        }
        if (measures.isEmpty()) {
            if (!compare && !DESCRIBE.matcher(words).find()) {
                return new NotAnswerable("the question names nothing that is measured");
            }
            measures = List.of(Measure.COUNT, Measure.AMOUNT, Measure.AVERAGE, Measure.FRAUD_COUNT);
        }
        if (intent == Intent.COMPARE && periods.size() < 2 && parties.size() < 2 && channels.size() < 2) {
            return new NotAnswerable("a comparison needs two periods, two parties or two channels");
        }
        if (!channels.isEmpty() && !parties.isEmpty() && channels.size() + parties.size() > 2) {
            return new NotAnswerable("either parties or channels can be compared, not both at once");
        }
        BigDecimal signed = DOWN.matcher(words).find() ? change.abs().negate() : change;
        return new Asked(intent, measures, periods, channels, parties, limit, horizon, signed, wholeBank);
    }

    private static Understanding aboutModel(String words) {
        boolean fraud = words.contains("fraud");
        boolean forecast = FORECAST.matcher(words).find();
        return fraud == forecast
                ? new NotAnswerable("there is a fraud model and a forecast model: ask about one of them")
                : new AboutModel(fraud ? ModelOutcome.Kind.FRAUD : ModelOutcome.Kind.FORECAST);
    }

    /** Finds the measures; returns the words that none of them has used up. */
    private static String measures(String words, List<Measure> measures) {
        String rest = words;
        for (Measure measure : Measure.values()) {
            Matcher matcher = measure.words().matcher(rest);
            if (matcher.find()) {
                measures.add(measure);
                rest = matcher.replaceAll(" ; ");
            }
        }
        return rest;
    }

    private static int horizon(Matcher ahead) {
        if (ahead.group("tomorrow") != null) {
            return 1;
        }
        if (ahead.group("unit") != null) {
            return switch (ahead.group("unit")) {
                case "day" -> 1;
                case "week" -> 7;
                default -> 30;
            };
        }
        return Math.max(1, Integer.parseInt(ahead.group("n") == null ? ahead.group("m") : ahead.group("n")));
    }

    private Set<String> names(BankId bank, String text, List<String> quoted) {
        Set<String> candidates = new LinkedHashSet<>(quoted);
        for (String token : tokens(text)) {
            if (!Words.knows(token.toLowerCase(Locale.ROOT)) && !token.matches("\\d{1,4}|\\d{4}-\\d{2}(-\\d{2})?")) {
                candidates.add(token);
                candidates.add(token.toUpperCase(Locale.ROOT));
            }
        }
        return candidates.isEmpty()
                ? Set.of()
                : Set.copyOf(ledger.parties(
                        bank, candidates.stream().limit(MOST_NAMES).toList()));
    }

    /** @return the words; punctuation at their ends is gone, but for the sign and the point of a number */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (String raw : text.replace("\u2019", "'").split("[\\s,;:?!()]+")) {
            String token = ENDS.matcher(raw).replaceAll("");
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static String take(Pattern pattern, String text, List<String> into) {
        return pattern.matcher(text).replaceAll(match -> {
            into.add(match.group(1));
            return " ";
        });
    }
}
