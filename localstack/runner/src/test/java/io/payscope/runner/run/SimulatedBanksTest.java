package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.claim.Claims;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.DataSource;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.PrepareDatasetRequest;
import io.payscope.core.stage.SynthesizeBankRequest;
import io.payscope.core.stage.TrainRequest;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.kaggle.KaggleDownloads;
import io.payscope.objects.S3Claims;
import io.payscope.preparedataset.PrepareDataset;
import io.payscope.synthesizebank.SynthesizeBank;
import io.payscope.trainfraud.TrainFraud;
import io.payscope.wire.dataset.InMemoryObjects;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated frauds can be learned from 5,000 rows, and not all of them: a model that finds all would prove nothing. */
class SimulatedBanksTest {

    private static final long ROWS = 5000;
    private static final long SEED = 42;

    @TempDir
    private Path folder;

    private final InMemoryObjects objects = new InMemoryObjects();
    private final Claims claims = new S3Claims(objects, Clock.systemUTC(), "test", Duration.ofMinutes(15));

    /** Without its balances, which are no features, bank 3 tells less; of 5,000 rows 9 frauds are left for the test. */
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 10", "3, 5"})
    void fraudsOfASimulatedBankAreLearnableButNotTrivial(int bank, double timesPrevalence) {
        assertLearnable(new BankId(bank), prepare(bank), timesPrevalence);
    }

    @Test
    void fraudsOfTheSyntheticBankAreLearnableButNotTrivial() {
        List<ManifestRef> sources =
                List.of(1, 2, 3, 4).stream().map(this::prepare).toList();
        BankId synthetic = new BankId(5);
        ManifestRef manifest = new SynthesizeBank(objects, claims, Catalog.load(), folder, Clock.systemUTC())
                .run(new SynthesizeBankRequest("run", synthetic, sources, ROWS, SEED))
                .manifest();

        // Only what all banks have in common tells these frauds, which is less than what any bank tells of its own.
        assertLearnable(synthetic, manifest, 4);
    }

    @Test
    void theBankWithoutALabelHasNoModelAndThatIsNoFailure() {
        ModelOutcome outcome = train(new BankId(4), prepare(4));

        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.NOT_APPLICABLE);
    }

    private ManifestRef prepare(int bank) {
        return new PrepareDataset(
                        objects, claims, Catalog.load(), folder, Clock.systemUTC(), SimulatedBanksTest::noKaggle)
                .run(new PrepareDatasetRequest(
                        "run", new BankId(bank), DataSource.SIMULATED, "raw/", ROWS, false, SEED))
                .manifest();
    }

    private static KaggleDownloads noKaggle() {
        throw new AssertionError("simulated banks need no Kaggle");
    }

    private ModelOutcome train(BankId bank, ManifestRef manifest) {
        return new TrainFraud(objects, claims).run(new TrainRequest("run", bank, manifest, SEED));
    }

    private void assertLearnable(BankId bank, ManifestRef manifest, double timesPrevalence) {
        assertThat(manifest.rows()).isEqualTo(ROWS);
        ModelOutcome outcome = train(bank, manifest);
        assertThat(outcome.status()).isEqualTo(ModelOutcome.Status.TRAINED);
        double prevalence = outcome.metrics().get("prevalence");
        assertThat(outcome.metrics().get("averagePrecision")).isBetween(timesPrevalence * prevalence, 0.95);
    }
}
