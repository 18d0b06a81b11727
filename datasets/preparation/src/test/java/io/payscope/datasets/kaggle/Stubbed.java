package io.payscope.datasets.kaggle;

import io.payscope.core.model.BankId;
import io.payscope.datasets.archive.ArchiveLimits;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.testing.KaggleStub;
import io.payscope.datasets.testing.StubArchives;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A stub with PaySim on it, and downloads that never wait for it. */
final class Stubbed implements AutoCloseable {

    static final String PAYSIM = "ealaxi/paysim1";
    static final String PAYSIM_FILE = "PS_20174392719_1491204439457_log.csv";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final KaggleCredentials TOKEN = new KaggleCredentials.Bearer("s3cr3t-token", "a test");
    static final KaggleCredentials NOBODY = new KaggleCredentials.Anonymous();

    final KaggleStub stub = new KaggleStub();
    final List<Duration> pauses = new ArrayList<>();
    final List<Long> progress = new ArrayList<>();

    static BankEntry bank(int bank) {
        return Catalog.load().entry(new BankId(bank));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Three MB that compress badly, so that a download of them can break off anywhere. */
    static byte[] content(int seed) {
        byte[] bytes = new byte[3 << 20];
        new Random(seed).nextBytes(bytes);
        bytes[0] = 's';
        return bytes;
    }

    static byte[] paysim(byte[] content) {
        return StubArchives.zip(Map.of(PAYSIM_FILE, content, "readme.txt", utf8("not wanted")));
    }

    KaggleDownloads downloads(KaggleCredentials credentials) {
        return downloads(credentials, Duration.ofSeconds(30));
    }

    KaggleDownloads downloads(KaggleCredentials credentials, Duration idle) {
        KaggleTimes times = new KaggleTimes(
                Duration.ofSeconds(5),
                idle,
                5,
                Duration.ofSeconds(1),
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                pauses::add,
                Clock.fixed(NOW, ZoneOffset.UTC));
        KaggleEndpoint endpoint = KaggleEndpoint.of(stub.endpoint());
        return new KaggleDownloads(new KaggleClient(endpoint, credentials, times), ArchiveLimits.DEFAULT);
    }

    DownloadProgress recorded() {
        return (what, done, total) -> progress.add(done);
    }

    @Override
    public void close() {
        stub.close();
    }
}
