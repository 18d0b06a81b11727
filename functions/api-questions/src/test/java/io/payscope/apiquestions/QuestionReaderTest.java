package io.payscope.apiquestions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.apiquestions.Understanding.Asked;
import io.payscope.apiquestions.Understanding.NotAnswerable;
import io.payscope.core.model.BankId;
import io.payscope.core.port.LedgerFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rankings and comparisons, of a bank with channels card and transfer and parties M1, M2 and C7. */
class QuestionReaderTest {

    private static final Period JANUARY = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31));
    private static final Period FEBRUARY = new Period(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 2, 28));

    private final QuestionReader reader = new QuestionReader(new Names());

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

    private Asked asked(String question) {
        Understanding understanding = reader.read(new BankId(1), question);
        assertThat(understanding).isInstanceOf(Asked.class);
        return (Asked) understanding;
    }

    /** Knows names only: reading a question computes no figure. */
    private static final class Names implements LedgerFigures {

        @Override
        public Optional<Extent> extent(BankId bank) {
            return Optional.of(
                    new Extent(Instant.parse("2017-01-01T08:00:00Z"), Instant.parse("2017-03-31T20:00:00Z"), "EUR"));
        }

        @Override
        public List<String> channels(BankId bank) {
            return List.of("card", "transfer");
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
