package io.payscope.vectors;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.payscope.core.fault.BugFault;
import io.payscope.core.port.Document;
import io.payscope.wire.json.Hashes;
import io.pinecone.unsigned_indices_model.VectorWithUnsignedIndices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A document as the index holds it: its text, kind and fingerprint lie in the metadata.
 *
 * @param document what was written
 * @param fingerprint sha256 of everything that the vector and its metadata are made from
 */
record StoredDocument(Document document, String fingerprint) {

    static final String TEXT = "text";
    static final String KIND = "kind";
    static final String FINGERPRINT = "fingerprint";

    /** Changes with the encoders, so that vectors of an older pair count as changed. */
    private static final String ENCODERS = "all-minilm-l6-v2-q + bge-small-en-v1.5-q";

    static StoredDocument of(Document document) {
        List<String> parts = new ArrayList<>(List.of(ENCODERS, document.kind(), document.text()));
        new TreeMap<>(document.metadata()).forEach((key, value) -> {
            if (key.equals(TEXT) || key.equals(FINGERPRINT)) {
                throw new BugFault("document " + document.id() + ": metadata must not have the key " + key);
            }
            parts.add(key);
            parts.add(value);
        });
        return new StoredDocument(document, Hashes.sha256(parts.toArray(String[]::new)));
    }

    String id() {
        return document.id();
    }

    VectorWithUnsignedIndices vector(float[] components) {
        return new VectorWithUnsignedIndices(document.id(), boxed(components), metadata(), null);
    }

    /** @return components in the form that the client wants */
    static List<Float> boxed(float[] components) {
        List<Float> values = new ArrayList<>(components.length);
        for (float component : components) {
            values.add(component);
        }
        return values;
    }

    private Struct metadata() {
        Struct.Builder metadata = Struct.newBuilder();
        document.metadata().forEach((key, value) -> metadata.putFields(key, string(value)));
        metadata.putFields(KIND, string(document.kind()));
        metadata.putFields(TEXT, string(document.text()));
        metadata.putFields(FINGERPRINT, string(fingerprint));
        return metadata.build();
    }

    /** @return the fingerprint in what the index holds; empty if it has none */
    static String fingerprint(Struct metadata) {
        return metadata.getFieldsOrDefault(FINGERPRINT, string("")).getStringValue();
    }

    /** @return the metadata without what only this class needs */
    static Map<String, String> readable(Struct metadata) {
        Map<String, String> readable = new TreeMap<>();
        metadata.getFieldsMap().forEach((key, value) -> readable.put(key, value.getStringValue()));
        readable.remove(FINGERPRINT);
        return readable;
    }

    /** @return a filter that asks for equality under every key */
    static Struct filter(Map<String, String> wanted) {
        Struct.Builder filter = Struct.newBuilder();
        new TreeMap<>(wanted)
                .forEach((key, value) -> filter.putFields(
                        key,
                        Value.newBuilder()
                                .setStructValue(Struct.newBuilder().putFields("$eq", string(value)))
                                .build()));
        return filter.build();
    }

    private static Value string(String value) {
        return Value.newBuilder().setStringValue(value).build();
    }
}
