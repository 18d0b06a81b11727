package io.payscope.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.learning.forecast.series.Series;
import io.payscope.learning.forecast.series.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {

    @TempDir
    private Path folder;

    private Series read(String text) throws IOException {
        return SeriesFile.read(Files.writeString(folder.resolve("series.csv"), text));
    }

    @Test
    void carriageReturnsAloneAndMonths() throws IOException {
        Series series = read("ds,y\r1949-01-01,112\r1949-02-01,118\r1949-03-01,132\r");

        assertThat(series.step()).isEqualTo(new Step(0, 1));
        assertThat(series.values()).containsExactly(112, 118, 132);
    }

    @Test
    void quotesAndAnyOrderAndGaps() throws IOException {
        Series series = read("\"ds\",\"y\"\n\"2008-01-30\",5.9\n\"2008-01-28\",6.0\n\"2008-01-27\",NaN\n");

        assertThat(series.start()).isEqualTo(Instant.parse("2008-01-27T00:00:00Z"));
        assertThat(series.values()).containsExactly(Double.NaN, 6, Double.NaN, 5.9);
    }

    @Test
    void millisecondsAndTimesOfDay() throws IOException {
        assertThat(read("timestamp,value\n1167609600000,0.75\n1167696000000,0.76\n")
                        .step())
                .isEqualTo(Step.DAY);
        assertThat(read("ds,y\n2017-05-01 00:00:00,27.8\n2017-05-01 00:05:00,27.0\n")
                        .step())
                .isEqualTo(new Step(300, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ds,y\n2020-01-01,1\n2020-01-01,2\n",
                "ds,y\n2020-01-01,1,5\n2020-01-02,2,5\n",
                "ds,y\n2020-01-01,1\nyesterday,2\n",
                "ds,y\n2020-01-01,1\n2020-01-02,many\n",
                "ds,y\n2020-01-01,1\n",
                "ds,y\n2020-01-01,1\n2020-01-03,1\n2020-01-06,1\n"
            })
    void whatIsNoSeriesIsRefusedWithItsFile(String text) {
        assertThatExceptionOfType(DataFault.class).isThrownBy(() -> read(text)).withMessageContaining("series.csv");
    }
}
