package io.payscope.datasets.kaggle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.RawFileSpec;
import io.payscope.datasets.testing.KaggleStub;
import io.payscope.datasets.testing.StubArchives;
import io.payscope.datasets.testing.StubReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KaggleDownloadsTest {

    private static final byte[] CSV = Stubbed.utf8("step,type\n1,PAYMENT\n");

    @TempDir
    private Path folder;

    private final Stubbed kaggle = new Stubbed();

    @AfterEach
    void stop() {
        kaggle.close();
    }

    private FetchedFiles fetch(int bank, KaggleCredentials credentials) {
        return kaggle.downloads(credentials).fetch(Stubbed.bank(bank), folder, DownloadProgress.SILENT);
    }

    @Test
    void currentVersionOfAPublicDatasetComesWithoutCredentials() throws IOException {
        kaggle.stub.dataset(Stubbed.PAYSIM, 1, Stubbed.paysim(Stubbed.utf8("old")));
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(CSV));

        FetchedFiles files = fetch(3, Stubbed.NOBODY);

        assertThat(files.source()).isEqualTo(Stubbed.PAYSIM);
        assertThat(files.version()).isEqualTo("2");
        assertThat(Files.readAllBytes(files.byName().get(Stubbed.PAYSIM_FILE))).isEqualTo(CSV);
        assertThat(folder).isDirectoryContaining("glob:**.csv");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).as("neither the archive nor what nobody wants").hasSize(1);
        }
        assertThat(kaggle.stub.requests())
                .containsExactly(
                        "POST datasets.DatasetApiService/GetDataset",
                        "POST datasets.DatasetApiService/DownloadDataset",
                        "GET storage");
    }

    @Test
    void newVersionBetweenTwoCallsIsSeen() {
        KaggleDownloads downloads = kaggle.downloads(Stubbed.NOBODY);
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(CSV));
        assertThat(downloads.version(Stubbed.bank(3))).isEqualTo("2");

        kaggle.stub.dataset(Stubbed.PAYSIM, 3, Stubbed.paysim(CSV));

        assertThat(downloads.version(Stubbed.bank(3))).isEqualTo("3");
        assertThat(fetch(3, Stubbed.NOBODY).version()).isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405})
    void olderRoutesAreTakenWhereTheCurrentAreNot(int status) {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, Stubbed.paysim(CSV));
        kaggle.stub.requireBasic("me", "k3y");
        kaggle.stub.withoutCurrentRoutes(StubReply.empty(status));

        FetchedFiles files = fetch(3, new KaggleCredentials.Basic("me", "k3y", "a test"));

        assertThat(files.version()).isEqualTo("2");
        assertThat(kaggle.stub.requests())
                .contains("GET datasets/view/ealaxi/paysim1", "GET datasets/download/ealaxi/paysim1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void competitionComesFileByFileZippedOrNot(boolean zipped) throws IOException {
        Instant later = KaggleStub.MODIFIED.plus(Duration.ofDays(1));
        publish("train_transaction.csv", zipped, KaggleStub.MODIFIED);
        publish("train_identity.csv", zipped, later);
        kaggle.stub.requireBearer("s3cr3t-token");

        FetchedFiles files = fetch(2, Stubbed.TOKEN);

        assertThat(files.byName()).containsOnlyKeys("train_transaction.csv", "train_identity.csv");
        assertThat(Files.readAllBytes(files.byName().get("train_identity.csv"))).isEqualTo(CSV);
        assertThat(files.version()).isEqualTo(later.toString());
        assertThat(kaggle.downloads(Stubbed.TOKEN).version(Stubbed.bank(2))).isEqualTo(later.toString());
    }

    private void publish(String file, boolean zipped, Instant modified) {
        byte[] stored = zipped ? StubArchives.zip(Map.of(file, CSV)) : CSV;
        kaggle.stub.competitionFile("ieee-fraud-detection", file, stored, modified);
    }

    @Test
    void filesThatTheApiSendsItselfAreTaken() {
        publish("train_transaction.csv", true, KaggleStub.MODIFIED);
        publish("train_identity.csv", true, KaggleStub.MODIFIED);
        kaggle.stub.serveDirectly();
        kaggle.stub.requireBearer("s3cr3t-token");

        assertThat(fetch(2, Stubbed.TOKEN).byName()).hasSize(2);
        assertThat(kaggle.stub.requests()).noneMatch(request -> request.contains("storage"));
    }

    @Test
    void tarGzipIsToldByItsBytes() {
        Map<String, byte[]> files = new TreeMap<>();
        for (RawFileSpec file : Stubbed.bank(4).files()) {
            files.put("olist/" + file.name(), CSV);
        }
        kaggle.stub.dataset("olistbr/brazilian-ecommerce", 2, StubArchives.tarGzip(files));

        assertThat(fetch(4, Stubbed.NOBODY).byName())
                .containsOnlyKeys(
                        Stubbed.bank(4).files().stream().map(RawFileSpec::name).toList());
    }

    @Test
    void archiveWithoutTheFileIsRefusedByName() {
        kaggle.stub.dataset(Stubbed.PAYSIM, 2, StubArchives.zip(Map.of("other.csv", CSV)));

        assertThatThrownBy(() -> fetch(3, Stubbed.NOBODY))
                .isInstanceOf(DataFault.class)
                .hasMessage("ealaxi/paysim1: expected the file " + Stubbed.PAYSIM_FILE + ", found []");
    }

    @Test
    void competitionIsNotForAnonymousUsers() {
        KaggleDownloads downloads = kaggle.downloads(Stubbed.NOBODY);
        List<BankEntry> banks = List.of(Stubbed.bank(2), Stubbed.bank(3));

        assertThatThrownBy(() -> downloads.requireCredentials(banks))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("bank 2")
                .hasMessageContaining("KAGGLE_API_TOKEN")
                .hasMessageContaining("KAGGLE_KEY")
                .hasMessageContaining("kaggle.json");
        assertThatThrownBy(() -> fetch(2, Stubbed.NOBODY)).isInstanceOf(ConfigFault.class);
        assertThatCode(() -> downloads.requireCredentials(List.of(Stubbed.bank(3))))
                .doesNotThrowAnyException();
        assertThat(kaggle.stub.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "ftp://127.0.0.1", "127.0.0.1:80", "https:///", "https://a b"})
    void endpointThatWouldShowCredentialsToOthersIsRefused(String endpoint) {
        assertThatThrownBy(() -> KaggleEndpoint.of(endpoint))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining(endpoint);
        assertThat(KaggleEndpoint.of("")).isEqualTo(KaggleEndpoint.PRODUCTION);
        assertThat(KaggleEndpoint.of("https://mirror.example/").rpc()).hasToString("https://mirror.example/api/v1/");
    }
}
