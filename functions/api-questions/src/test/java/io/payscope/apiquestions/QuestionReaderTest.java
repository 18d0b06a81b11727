package io.payscope.apiquestions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.apiquestions.Understanding.NotAnswerable;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerFigures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rankings and comparisons, of a bank with channels card and transfer and parties M1, M2 and C7. */
class QuestionReaderTest {

    private static final Period JANUARY = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31));
    private static final Period FEBRUARY = new Period(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 2, 28));

    private static final List<String> YEARS =
            IntStream.range(1999, 2020).mapToObj(Integer::toString).toList();

    private final QuestionReader reader = new QuestionReader(new Names("card", "transfer"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        What are the top 5 merchants in January 2017?             | TOP_MERCHANTS | 5
        Which merchant received the most payments?                | TOP_MERCHANTS | 1
        Who are the top 3 payers?                                 | TOP_PAYERS    | 3
        Which account made the most payments?                     | TOP_PAYERS    | 1
        What are the top 2 channels?                              | TOP_CHANNELS  | 2
        Which channel has the most transactions?                  | TOP_CHANNELS  | 1
        What was the busiest hour in January 2017?                | BUSIEST_HOUR  | 1
        On which day were the most payments made?                 | BUSIEST_DAY   | 1
        The top 0 merchants                                       | TOP_MERCHANTS | 1
        """)
    void readsRankings(String question, Measure measure, int limit) {
        Asked asked = asked(question);

        assertThat(asked.intent()).isEqualTo(Intent.DESCRIBE);
        assertThat(asked.measures()).containsExactly(measure);
        assertThat(asked.limit()).isEqualTo(limit);
    }

    @Test
    void comparesTwoPeriods() {
        Asked asked = asked("Compare the number of payments in January 2017 and February 2017");

        assertThat(asked.intent()).isEqualTo(Intent.COMPARE);
        assertThat(asked.measures()).containsExactly(Measure.COUNT);
        assertThat(asked.periods()).containsExactly(JANUARY, FEBRUARY);
        assertThat(asked.wholeBank()).isFalse();
    }

    @Test
    void comparesTwoChannels() {
        Asked asked = asked("Compare the fraud rate of card and transfer in January 2017");

        assertThat(asked.intent()).isEqualTo(Intent.COMPARE);
        assertThat(asked.measures()).containsExactly(Measure.FRAUD_RATE);
        assertThat(asked.channels()).containsExactly("card", "transfer");
        assertThat(asked.periods()).containsExactly(JANUARY);
    }

    @Test
    void comparesTwoPartiesHoweverTheirNamesAreSpelt() {
        Asked asked = asked("What is the difference in total amount between m1 and \"M2\"?");

        assertThat(asked.intent()).isEqualTo(Intent.COMPARE);
        assertThat(asked.measures()).containsExactly(Measure.AMOUNT);
        assertThat(asked.parties()).containsExactlyInAnyOrder("M1", "M2");
        assertThat(asked.wholeBank()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Compare the number of payments in January 2017           | a comparison needs two
        Compare M1, M2 and card                                   | either parties or channels
        What is the difference between M1 and M9?                | means nothing
        Compare the number of payments of "M1" and "M9"          | quoted name
        """)
    void comparisonThatLacksASideIsRefused(String question, String reason) {
        assertThat(reader.read(new BankId(1), question))
                .isInstanceOfSatisfying(NotAnswerable.class, refused -> assertThat(refused.reason())
                        .contains(reason));
    }

    /** Each of these was once answered as another question. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "How many payments were there this month?",
                "How many payments were there in the last weeks?",
                "How many payments were there in the year?",
                "How many frauds were there until 2017-01-05?",
                "How many frauds were there up to 2017-01-05?",
                "How much was paid on 2017-01-05 until 2017-01-07?",
                "How many transactions were there per day?",
                "What is the highest amount?",
                "Which merchant had the most frauds?",
                "What hour had the most frauds?",
                "What are the top 5 merchants by amount?",
                "Which channel had the highest fraud rate?",
                "How many accounts are there? And count them",
                "Forecast the number of payments and the amount",
                "What if transactions increase by 10% or 20% next week?",
                "How many frauds were there between 2017-03-01 and 2017-01-01?",
                "How many payments were there by sort of channel?"
            })
    void whatWouldBeAnsweredAsAnotherQuestionIsRefused(String question) {
        assertThat(reader.read(new BankId(1), question)).isInstanceOf(NotAnswerable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "What if transactions change by -20% next week?, -20",
        "What if transactions decrease by 20% next week?, -20",
        "What if transactions increase by .5% next week?, 0.5",
        "What if transactions increase by 2.25 percent next week?, 2.25"
    })
    void aChangeKeepsItsSignAndItsPoint(String question, BigDecimal change) {
        assertThat(asked(question).change()).isEqualByComparingTo(change);
    }

    @Test
    void aQuestionThatRepeatsItselfIsNoLongerForIt() {
        Asked asked = asked("How many transactions " + "2017 ".repeat(48) + "card ".repeat(20));

        assertThat(asked.periods()).hasSize(1);
        assertThat(asked.channels()).containsExactly("card");
        assertThat(reader.read(new BankId(1), "How many transactions in " + String.join(" and ", YEARS)))
                .isInstanceOf(NotAnswerable.class);
    }

    @Test
    void aWordThatIsAlsoAChannelHasToSayWhichItIs() {
        QuestionReader ambiguous = new QuestionReader(new Names("payment", "transfer"));

        assertThat(ambiguous.read(new BankId(1), "What was the average payment in January 2017?"))
                .isInstanceOfSatisfying(NotAnswerable.class, refused -> assertThat(refused.reason())
                        .contains("channel payment"));
        assertThat(ambiguous.read(new BankId(1), "What was the average amount by channel payment in January 2017?"))
                .isInstanceOfSatisfying(
                        Asked.class, asked -> assertThat(asked.channels()).containsExactly("payment"));
    }

    private Asked asked(String question) {
        Understanding understanding = reader.read(new BankId(1), question);
        assertThat(understanding).isInstanceOf(Asked.class);
        return (Asked) understanding;
    }

    /** Knows names only: reading a question computes no figure. */
    private record Names(String... channels) implements LedgerFigures {

        @Override
        public Optional<Extent> extent(BankId bank) {
            return Optional.of(
                    new Extent(Instant.parse("2017-01-01T08:00:00Z"), Instant.parse("2017-03-31T20:00:00Z"), "EUR"));
        }

        @Override
        public List<String> channels(BankId bank) {
            return List.of(channels);
        }

        @Override
        public List<String> parties(BankId bank, Collection<String> names) {
            return Stream.of("C7", "M1", "M2").filter(names::contains).toList();
        }

        @Override
        public Totals totals(BankId bank, Part part) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Ranked> top(BankId bank, Part part, Grouping by, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
