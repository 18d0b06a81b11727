package io.payscope.runner.trigger;

import io.payscope.core.port.ObjectHead;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The event that EventBridge sends for a new object. */
final class ObjectCreated {

    private static final JsonMapper JSON = new JsonMapper();

    private ObjectCreated() {}

    /** The event, as JSON. Keys go in as they are: EventBridge does not encode them. */
    static byte[] event(String bucket, ObjectHead head, Instant now) {
        ObjectNode event = JSON.createObjectNode();
        event.put("version", "0");
        event.put("id", UUID.randomUUID().toString());
        event.put("detail-type", "Object Created");
        event.put("source", "aws.s3");
        event.put("account", "000000000000");
        event.put("time", now.toString());
        event.put("region", "us-east-1");
        event.putArray("resources").add("arn:aws:s3:::" + bucket);
        ObjectNode detail = event.putObject("detail");
        detail.put("version", "0");
        detail.putObject("bucket").put("name", bucket);
        detail.putObject("object")
                .put("key", head.key())
                .put("size", head.bytes())
                .put("etag", head.entityTag())
                .put("sequencer", "%016X".formatted(head.lastModified().toEpochMilli()));
        detail.put("reason", "PutObject");
        return JSON.writeValueAsBytes(event);
    }
}
