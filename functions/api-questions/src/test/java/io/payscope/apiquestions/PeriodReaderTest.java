package io.payscope.apiquestions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods of a bank whose newest row is of 15 March 2020. */
class PeriodReaderTest {

    private final PeriodReader reader = new PeriodReader(LocalDate.of(2020, 3, 15));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2017-01-05               | 2017-01-05 | 2017-01-05
        5 january 2017           | 2017-01-05 | 2017-01-05
        5th of jan 2017          | 2017-01-05 | 2017-01-05
        january 5, 2017          | 2017-01-05 | 2017-01-05
        jan 21st 2017            | 2017-01-21 | 2017-01-21
        2017-02                  | 2017-02-01 | 2017-02-28
        february 2020            | 2020-02-01 | 2020-02-29
        sept of 2017             | 2017-09-01 | 2017-09-30
        q1 2017                  | 2017-01-01 | 2017-03-31
        q4 of 2017               | 2017-10-01 | 2017-12-31
        second quarter of 2017   | 2017-04-01 | 2017-06-30
        2017                     | 2017-01-01 | 2017-12-31
        today                    | 2020-03-15 | 2020-03-15
        yesterday                | 2020-03-14 | 2020-03-14
        the last day             | 2020-03-15 | 2020-03-15
        last week                | 2020-03-09 | 2020-03-15
        the past month           | 2020-02-15 | 2020-03-15
        last year                | 2019-03-17 | 2020-03-15
        the last 3 days          | 2020-03-13 | 2020-03-15
        last 0 days              | 2020-03-15 | 2020-03-15
        2020-02-29               | 2020-02-29 | 2020-02-29
        29 february 2020         | 2020-02-29 | 2020-02-29
        """)
    void readsEachForm(String text, LocalDate first, LocalDate last) {
        assertThat(reader.read("payments in " + text + " by card").periods()).containsExactly(new Period(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "between 2017-01-05 and 2017-02-03",
                "from 5 january 2017 to 3 february 2017",
                "from january 5, 2017 until 2017-02-03",
            })
    void joinsTheEndsOfARange(String text) {
        assertThat(reader.read("payments " + text).periods())
                .containsExactly(new Period(LocalDate.of(2017, 1, 5), LocalDate.of(2017, 2, 3)));
    }

    @Test
    void rangeOfMonthsEndsWithTheLastDayOfTheSecond() {
        assertThat(reader.read("from january 2017 to february 2017").periods())
                .containsExactly(new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 2, 28)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the difference between january 2017 and february 2017",
                "compare january 2017 and february 2017",
                "january 2017 and february 2017",
            })
    void twoPeriodsThatAreComparedAreNoRange(String text) {
        assertThat(reader.read(text).periods())
                .containsExactly(
                        new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 1, 31)),
                        new Period(LocalDate.of(2017, 2, 1), LocalDate.of(2017, 2, 28)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2017-02-30", "2017-02-29", "29 february 2017", "january 32, 2017", "2017-13", "0 may 2017"})
    void dayThatNeverWasIsRefused(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> reader.read("payments on " + text));
    }

    @Test
    void restIsTheTextWithoutPeriodsAndTheirLinks() {
        assertThat(reader.read("payments between 2017-01-05 and 2017-02-03 by card")
                        .rest()
                        .split("\\s+"))
                .containsExactly("payments", "by", "card");
        assertThat(reader.read("no period at all").periods()).isEmpty();
    }
}
