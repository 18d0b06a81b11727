package io.payscope.stores.s3;

import static io.payscope.stores.s3.S3UnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3RestartTest {

    @TempDir
    Path folder;

    @Test
    void restartKeepsObjectsTagsAndMetadata() throws Exception {
        String tag;
        try (S3UnderTest s3 = new S3UnderTest(folder)) {
            tag = s3.put("bank=1/a.json", "{}").eTag();
        }
        try (S3UnderTest s3 = new S3UnderTest(folder)) {
            assertThat(s3.get("bank=1/a.json")).isEqualTo("{}");
            assertThat(s3.client()
                            .headObject(head -> head.bucket(BUCKET).key("bank=1/a.json"))
                            .eTag())
                    .isEqualTo(tag);
        }
    }

    @Test
    void draftsOfAKilledWriteGoAndLookalikesStay() throws Exception {
        String lookalike = "report-" + UUID.randomUUID();
        try (S3UnderTest s3 = new S3UnderTest(folder)) {
            s3.put("parts/a.csv", "whole");
            s3.put("parts/" + lookalike, "somebody's own name");
        }
        Path parts = folder.resolve("objects").resolve(BUCKET).resolve("parts");
        Files.writeString(parts.resolve("b.csv-" + UUID.randomUUID()), "half of a par");
        Files.writeString(folder.resolve("unfinished").resolve("some-write"), BUCKET + "/parts/b.csv");
        try (S3UnderTest s3 = new S3UnderTest(folder)) {
            assertThat(s3.client().listObjectsV2(list -> list.bucket(BUCKET)).contents())
                    .extracting(S3Object::key)
                    .containsExactly("parts/a.csv", "parts/" + lookalike);
        }
        assertThat(folder.resolve("unfinished")).isEmptyDirectory();
    }
}
