package io.payscope.runner.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionEnd;
import io.payscope.runner.asl.ExecutionStatus;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.run.LocalSystem;
import io.payscope.runner.run.OutFolder;
import io.payscope.runner.trigger.Announced;
import io.payscope.runner.trigger.UploadTrigger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a manifest says wherever it was made: its identity, without the name of the bucket. */
final class ManifestContent {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final String MANIFEST = "/manifest.json";

    private ManifestContent() {}

    /**
     * The identity in the only manifest among some objects.
     *
     * @param keys of the objects
     * @param body what an object holds
     */
    static JsonNode among(List<String> keys, Function<String, byte[]> body) {
        List<String> manifests =
                keys.stream().filter(each -> each.endsWith(MANIFEST)).toList();
        assertThat(manifests).as("manifests among %s", keys).hasSize(1);
        JsonNode identity =
                JsonMapper.shared().readTree(body.apply(manifests.getFirst())).path("identity");
        for (JsonNode part : identity.path("parts")) {
            ((ObjectNode) part).remove("bucket");
        }
        return identity;
    }

    /** What the runner makes of an uploaded file. */
    static JsonNode ofRunner(Path out, String key, String file, String parts) throws InterruptedException {
        BlockingQueue<Execution> ingests = new LinkedBlockingQueue<>();
        Home home = new Home(Path.of("..", "..").toAbsolutePath().normalize());
        try (OutFolder folder = OutFolder.take(out);
                LocalSystem system = LocalSystem.start(home, folder, StorePorts.ANY, 0, _ -> {});
                UploadTrigger trigger = new UploadTrigger(
                        system.objects(),
                        new Announced(folder.root().resolve("announced.txt")),
                        event -> ingests.add(system.startIngest(event)),
                        Clock.systemUTC())) {
            system.objects().put(key, file.getBytes(StandardCharsets.UTF_8), "text/csv");
            trigger.start();
            Execution ingest = ingests.poll(LONG.toSeconds(), TimeUnit.SECONDS);
            assertThat(ingest).as("an ingest that the trigger started").isNotNull();
            ExecutionEnd end = ingest.await(LONG).orElseThrow();
            assertThat(end.status()).as(end.toString()).isEqualTo(ExecutionStatus.SUCCEEDED);
            return among(
                    system.objects().list(parts).stream()
                            .map(each -> each.key())
                            .toList(),
                    each -> system.objects().find(each).orElseThrow().body());
        }
    }
}
