package io.payscope.stores.pinecone;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.pinecone.proto.DeleteRequest;
import io.pinecone.proto.UpdateRequest;
import io.pinecone.proto.UpsertRequest;

/** A change to an index, as it was asked for. Applying the same changes in the same order gives the same index. */
sealed interface Mutation {

    /** Writes or replaces vectors. */
    record Upsert(UpsertRequest request) implements Mutation {}

    /** Changes the values or the metadata of vectors that are there. */
    record Update(UpdateRequest request) implements Mutation {}

    /** Removes vectors. */
    record Delete(DeleteRequest request) implements Mutation {}

    /** @return what the log keeps in the first byte of the record */
    default byte kind() {
        return switch (this) {
            case Upsert _ -> 1;
            case Update _ -> 2;
            case Delete _ -> 3;
        };
    }

    default MessageLite message() {
        return switch (this) {
            case Upsert(UpsertRequest request) -> request;
            case Update(UpdateRequest request) -> request;
            case Delete(DeleteRequest request) -> request;
        };
    }

    /** Reads what {@link #kind} and {@link #message} wrote. */
    static Mutation of(byte kind, byte[] message) throws InvalidProtocolBufferException {
        return switch (kind) {
            case 1 -> new Upsert(UpsertRequest.parseFrom(message));
            case 2 -> new Update(UpdateRequest.parseFrom(message));
            case 3 -> new Delete(DeleteRequest.parseFrom(message));
            default -> throw new InvalidProtocolBufferException("unknown kind of change " + kind);
        };
    }
}
