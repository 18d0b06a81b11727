package io.payscope.runner.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.host.StageName;
import io.payscope.wire.dataset.InMemoryObjects;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ingest state machine does with the events that S3 and EventBridge may send. */
class IngestEventsTest {

    private DefinitionsRun run;

    @BeforeEach
    void start() throws IOException {
        run = new DefinitionsRun(new InMemoryObjects(), new HurriedTime());
    }

    @AfterEach
    void close() {
        run.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"Records":[]}                                                                          | unknown
        {"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"payscope-test"}                 | s3:TestEvent
        {"detail-type":"Object Deleted","detail":{"object":{"key":"uploads/bank=3/f.csv"}}}     | Object Deleted
        {"detail-type":"Object Tags Added","detail":{"object":{"key":"uploads/bank=3/f.csv"}}}  | Object Tags Added
        {}                                                                                      | unknown
        """)
    void i12AnEventWithoutAFileEndsWellCallsNobodyAndSaysSo(String event, String named) throws InterruptedException {
        ExecutionEnd end = run.run("ingest", event);

        assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(end.output().orElseThrow().text())
                .contains("\"outcome\":\"NOTHING_TO_LOAD\"")
                .contains("\"event\":\"" + named + "\"");
        assertThat(run.calls(StageName.REGISTER_UPLOAD)).isEmpty();
    }

    @Test
    void i5AStaleEventEndsWellNamingTheNewerAndLoadsNothing() throws InterruptedException {
        run.with(
                StageName.REGISTER_UPLOAD,
                _ -> "{\"bankId\":3,\"uploadId\":\"u\",\"outcome\":\"STALE\",\"winner\":\"newer\",\"completed\":null,"
                        + "\"manifest\":null,\"object\":null}");

        ExecutionEnd end = run.run(
                "ingest",
                "{\"detail-type\":\"Object Created\",\"detail\":{\"bucket\":{\"name\":\"payscope-test\"},\"object\":"
                        + "{\"key\":\"uploads/bank=3/f.csv\",\"etag\":\"e\",\"sequencer\":\"0A\"}}}");

        assertThat(end.status()).as(end.toString()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(end.output().orElseThrow().text())
                .contains("\"outcome\":\"STALE\"")
                .contains("\"winner\":\"newer\"");
        assertThat(run.calls(StageName.REGISTER_UPLOAD))
                .singleElement()
                .asString()
                .contains("\"sequencer\":\"0A\"");
        assertThat(run.calls(StageName.NORMALIZE_UPLOAD)).isEmpty();
    }
}
