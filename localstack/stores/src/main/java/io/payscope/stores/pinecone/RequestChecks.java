package io.payscope.stores.pinecone;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.FetchRequest;
import io.pinecone.proto.QueryRequest;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;
import io.pinecone.proto.Vector;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Pinecone's published limits; what is beyond them is INVALID_ARGUMENT. */
final class RequestChecks {

    static final int LARGEST_BATCH = 1000;
    static final int LARGEST_UPSERT_BYTES = 2 << 20;
    static final int LARGEST_TOP_K = 10_000;
    static final int LARGEST_ID = 512;
    static final int LARGEST_METADATA_BYTES = 40 << 10;

    /** Outside of this the square of a component leaves the range of a float. */
    private static final double LONGEST_VECTOR = 1e18;

    private final int dimension;

    RequestChecks(int dimension) {
        this.dimension = dimension;
    }

    void check(UpsertRequest request) {
        requireBatch(request.getVectorsCount(), "vectors");
        requireBytes(request);
        for (Vector vector : request.getVectorsList()) {
            requireId(vector.getId());
            require(!vector.hasSparseValues(), "Index does not support sparse values");
            requireVector(vector.getValuesList());
            requireMetadata(vector.getMetadata());
        }
    }

    void check(QueryRequest request) {
        require(
                request.getTopK() >= 1 && request.getTopK() <= LARGEST_TOP_K,
                "topK must be 1 to " + LARGEST_TOP_K + ", got " + request.getTopK());
        require(!request.hasSparseVector(), "Index does not support sparse values");
        boolean byId = !request.getId().isEmpty();
        require(byId != request.getVectorCount() > 0, "Exactly one of a vector and an id must be given");
        if (!byId) {
            requireVector(request.getVectorList());
        }
    }

    void check(UpdateRequest request) {
        requireBytes(request);
        boolean byId = !request.getId().isEmpty();
        require(byId != request.hasFilter(), "Exactly one of an id and a filter must be given");
        require(byId || request.getValuesCount() == 0, "Values can be updated by id only");
        require(!request.hasSparseValues(), "Index does not support sparse values");
        if (byId) {
            requireId(request.getId());
        }
        if (request.getValuesCount() > 0) {
            requireVector(request.getValuesList());
        }
        requireMetadata(request.getSetMetadata());
    }

    void check(DeleteRequest request) {
        int kinds = (request.getIdsCount() > 0 ? 1 : 0)
                + (request.getDeleteAll() ? 1 : 0)
                + (request.getFilter().getFieldsCount() > 0 ? 1 : 0);
        require(kinds == 1, "Exactly one of ids, deleteAll and a filter that is not empty must be given");
        if (request.getIdsCount() > 0) {
            requireBatch(request.getIdsCount(), "ids");
            request.getIdsList().forEach(RequestChecks::requireId);
        }
    }

    void check(FetchRequest request) {
        requireBatch(request.getIdsCount(), "ids");
        request.getIdsList().forEach(RequestChecks::requireId);
    }

    static void require(boolean condition, String message) {
        if (!condition) {
            throw invalid(message);
        }
    }

    private static void requireBatch(int count, String what) {
        require(count >= 1, "No " + what + " were given");
        require(
                count <= LARGEST_BATCH,
                "Batch size exceeds limit: " + count + " " + what + ", the limit is " + LARGEST_BATCH);
    }

    private static void requireBytes(MessageLite request) {
        int bytes = request.getSerializedSize();
        require(
                bytes <= LARGEST_UPSERT_BYTES,
                "Message length too large: found " + bytes + " bytes, the limit is " + LARGEST_UPSERT_BYTES);
    }

    private static void requireId(String id) {
        require(!id.isEmpty(), "Vector ID must not be empty");
        require(id.length() <= LARGEST_ID, "Vector ID must be at most " + LARGEST_ID + " characters: " + id);
        require(StandardCharsets.US_ASCII.newEncoder().canEncode(id), "Vector ID must be ASCII: " + id);
    }

    private void requireVector(List<Float> values) {
        require(
                values.size() == dimension,
                "Vector dimension " + values.size() + " does not match the dimension of the index " + dimension);
        double length = VectorBlocks.length(Floats.array(values));
        require(length > 0, "Dense vectors must contain at least one non-zero value");
        require(length < LONGEST_VECTOR && length > 1 / LONGEST_VECTOR, "Vector length is out of range: " + length);
    }

    static void requireMetadata(Struct metadata) {
        require(
                metadata.getSerializedSize() <= LARGEST_METADATA_BYTES,
                "Metadata size is " + metadata.getSerializedSize() + " bytes, which exceeds the limit of "
                        + LARGEST_METADATA_BYTES + " bytes per vector");
        metadata.getFieldsMap()
                .forEach((field, value) -> require(
                        isAllowed(value),
                        "Metadata value must be a string, number, boolean or list of strings for field '" + field
                                + "'"));
    }

    private static boolean isAllowed(Value value) {
        return switch (value.getKindCase()) {
            case STRING_VALUE, NUMBER_VALUE, BOOL_VALUE -> true;
            case LIST_VALUE -> value.getListValue().getValuesList().stream().allMatch(Value::hasStringValue);
            case NULL_VALUE, STRUCT_VALUE, KIND_NOT_SET -> false;
        };
    }

    private static StatusRuntimeException invalid(String message) {
        return Status.INVALID_ARGUMENT.withDescription(message).asRuntimeException();
    }
}
