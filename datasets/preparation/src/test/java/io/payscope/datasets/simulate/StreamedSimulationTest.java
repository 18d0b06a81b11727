package io.payscope.datasets.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.model.BankId;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.catalog.SimulationSpec;
import io.payscope.wire.json.Hashes;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Large and tiny simulations, written to nowhere. */
class StreamedSimulationTest {

    private static final long ROWS = 200_000;

    @ParameterizedTest
    @CsvSource({"1, 200000", "2, 20000", "3, 200000", "4, 50000"})
    void theSameSeedGivesTheSameBytesAndAsManyRowsAsAskedFor(int bank, long rows) throws IOException {
        SimulationSpec parameters = parameters(bank);
        Streamed first = stream(bank, rows, 1, parameters);

        assertThat(stream(bank, rows, 1, parameters).hash).isEqualTo(first.hash);
        assertThat(stream(bank, rows, 2, parameters).hash).isNotEqualTo(first.hash);
        double expected = rows * (1 + parameters.duplicateShare());
        assertThat((double) first.rows).isBetween(expected - 0.001 * rows, expected + 0.001 * rows);
    }

    @Test
    void theParametersCount() throws IOException {
        SimulationSpec other = SimulatedFiles.only(3, Mechanism.SPIKE);

        assertThat(stream(3, ROWS, 1, other).hash).isNotEqualTo(stream(3, ROWS, 1, SimulatedFiles.clean(3)).hash);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void oneRowIsASimulationToo(int bank) throws IOException {
        assertThat(stream(bank, 1, 1, SimulatedFiles.clean(bank)).rows).isEqualTo(1);
    }

    private static SimulationSpec parameters(int bank) {
        return Catalog.load().entry(new BankId(bank)).rawSimulation();
    }

    private static Streamed stream(int bank, long rows, long seed, SimulationSpec parameters) throws IOException {
        MessageDigest digest = Hashes.sha256();
        RawFileWriter[] first = new RawFileWriter[1];
        SimulatedFiles.simulator(bank).write(rows, seed, parameters, name -> {
            RawFileWriter out = new RawFileWriter(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            first[0] = first[0] == null ? out : first[0];
            return out;
        });
        return new Streamed(Hashes.hex(digest), first[0].rows());
    }

    /** Hash of all files, and rows of the first. */
    private record Streamed(String hash, long rows) {}
}
