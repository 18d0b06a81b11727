package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.failure.ErrorNames;
import io.payscope.runner.asl.failure.StateFailure;
import io.payscope.runner.asl.json.Json;
import io.payscope.runner.asl.json.MalformedJson;
import io.payscope.runner.asl.query.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reads the items of a Distributed Map from an object that holds a JSON array. */
final class ObjectItems {

    private ObjectItems() {}

    static List<?> read(Visit visit, Template arguments) {
        Map<?, ?> where = Typed.object(visit, arguments, "ItemReader/Arguments");
        String bucket = Typed.text(visit, where.get("Bucket"), "ItemReader/Arguments/Bucket");
        String key = Typed.text(visit, where.get("Key"), "ItemReader/Arguments/Key");
        String place = "s3://" + bucket + "/" + key;
        try (InputStream in = visit.strand().engine().objects().open(bucket, key)) {
            Object value = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (value instanceof List<?> items) {
                return items;
            }
            throw new StateFailure(
                    ErrorNames.ITEM_READER_FAILED,
                    "Attempting to read " + place + ": expected a JSON array, found " + Json.kind(value));
        } catch (IOException | MalformedJson e) {
            throw new StateFailure(
                    ErrorNames.ITEM_READER_FAILED, "Attempting to read " + place + ": " + e.getMessage(), e);
        }
    }
}
