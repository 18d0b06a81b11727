package io.payscope.wire.dataset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.ManifestRef;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.stage.Store;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T9: a reference to another bank's object is refused before anything is read. */
class ForeignReferencesTest {

    private static final BankId A = new BankId(1);
    private static final BankId TWELVE = new BankId(12);

    /** Nothing lies in it: a read would say "not found", and the refusal names the bank instead. */
    private final Manifests manifests = new Manifests(new InMemoryObjects());

    static Stream<String> builtForA() {
        return Stream.of(
                Keys.raw("raw/", A) + "file.csv",
                Keys.prepared(A, "d") + "manifest.json",
                Keys.lineage(A, "d"),
                Keys.parts(A, "u") + Keys.part(0),
                Keys.rejects(A, "u"),
                Keys.qualityReport(A, "u"),
                Keys.qualityPage(A, "u"),
                Keys.receipt(A, "u", Store.LEDGER, 0),
                Keys.receipts(A, "u") + "completed.json",
                Keys.model(A, "fraud", "v") + "card.json",
                Keys.likeness(A, "d", "json"));
    }

    @ParameterizedTest
    @MethodSource("builtForA")
    void t9EveryKeyOfABankIsItsOwnAndNobodyElses(String key) {
        assertThatCode(() -> Keys.requireOf(A, key)).doesNotThrowAnyException();
        refused(TWELVE, key);
        refused(new BankId(2), key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parts/bank=1/../bank=2/x",
                "parts/bank=1/./x",
                "parts/bank=1//x",
                "/parts/bank=1/x",
                "bank=1/x",
                "parts/bank=1",
                "parts/bank=1/",
                "parts/bank=10/x",
                "parts/bank=01/x",
                "parts/bank%3D1/x",
                "",
                "parts/x/bank=1/y",
                "parts/BANK=1/x"
            })
    void t9AKeyThatIsNotClearlyOfTheBankIsRefused(String key) {
        refused(A, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parts/bank=2/upload=u/part-00000.csv.gz", "parts/bank=1/../bank=2/part-00000.csv.gz"})
    void t9AnotherBanksPartIsNotOpened(String key) {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> VerifiedPart.open(manifests, A, new PartRef(0, "payscope-test", key, "0", 1)))
                .withMessageContaining("expected an object of bank 1");
    }

    @Test
    void t9AnotherBanksManifestIsNotRead() {
        ManifestRef ref = new ManifestRef("payscope-test", "prepared/bank=2/d/manifest.json", "0", 1);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> manifests.read(A, ref))
                .withMessageContaining("expected an object of bank 1");
    }

    private static void refused(BankId bank, String key) {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> Keys.requireOf(bank, key))
                .withMessageContaining("expected an object of bank " + bank);
    }
}
