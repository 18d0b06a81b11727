package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.query.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the results of a Distributed Map to objects, in the format of AWS ("ResultWriter"): {@code manifest.json},
 * {@code SUCCEEDED_0.json} and {@code FAILED_0.json} under the prefix and the name of the run.
 */
final class ResultFiles {

    private static final String JSON_TYPE = "application/json";

    private final Visit visit;
    private final String mapRunArn;
    private final String bucket;
    private final String folder;

    ResultFiles(Visit visit, String mapRunArn, Template arguments) {
        Map<?, ?> where = Typed.object(visit, arguments, "ResultWriter/Arguments");
        String prefix = Typed.text(visit, where.get("Prefix"), "ResultWriter/Arguments/Prefix");
        this.visit = visit;
        this.mapRunArn = mapRunArn;
        this.bucket = Typed.text(visit, where.get("Bucket"), "ResultWriter/Arguments/Bucket");
        this.folder = (prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/")
                + mapRunArn.substring(mapRunArn.lastIndexOf(':') + 1)
                + "/";
    }

    /** @return what the Map gives then: the run and where the manifest is */
    Map<String, Object> write(List<Child> children) {
        try {
            Map<String, Object> files = new LinkedHashMap<>();
            files.put(
                    "FAILED",
                    file(
                            "FAILED_0.json",
                            children.stream().filter(c -> !c.succeeded()).toList()));
            files.put("PENDING", List.of());
            files.put(
                    "SUCCEEDED",
                    file(
                            "SUCCEEDED_0.json",
                            children.stream().filter(Child::succeeded).toList()));
            Map<String, Object> manifest = new LinkedHashMap<>();
            manifest.put("DestinationBucket", bucket);
            manifest.put("MapRunArn", mapRunArn);
            manifest.put("ResultFiles", files);
            put("manifest.json", manifest);
        } catch (IOException e) {
            throw new StateFailure(
                    ErrorNames.RESULT_WRITER_FAILED,
                    "Attempting to write s3://" + bucket + "/" + folder + ": " + e.getMessage(),
                    e);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("MapRunArn", mapRunArn);
        result.put("ResultWriterDetails", Map.of("Bucket", bucket, "Key", folder + "manifest.json"));
        return result;
    }

    private List<Object> file(String name, List<Child> children) throws IOException {
        if (children.isEmpty()) {
            return List.of();
        }
        List<Object> records = new ArrayList<>(children.size());
        children.forEach(child -> records.add(execution(child)));
        long size = put(name, records);
        return List.of(Map.of("Key", folder + name, "Size", size));
    }

    private long put(String name, Object value) throws IOException {
        byte[] body = Json.write(value).getBytes(StandardCharsets.UTF_8);
        visit.strand().engine().objects().put(bucket, folder + name, body, JSON_TYPE);
        return body.length;
    }

    private static Map<String, @Nullable Object> execution(Child child) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("ExecutionArn", child.identity().arn());
        fields.put("Input", child.identity().input().text());
        fields.put("InputDetails", Map.of("Included", true));
        fields.put("Name", child.identity().name());
        switch (child.outcome()) {
            case ExecutionRun.Outcome.Succeeded(Payload output) -> {
                fields.put("Output", output.text());
                fields.put("OutputDetails", Map.of("Included", true));
                fields.put("Status", "SUCCEEDED");
            }
            case ExecutionRun.Outcome.Failed(StateFailure failure) -> {
                failure.error().ifPresent(error -> fields.put("Error", error));
                failure.cause().ifPresent(cause -> fields.put("Cause", cause));
                fields.put("Status", "FAILED");
            }
        }
        fields.put("StartDate", child.identity().startTime().toString());
        fields.put("StateMachineArn", child.identity().stateMachine().arn());
        fields.put("StopDate", child.stopped().toString());
        return fields;
    }
}
