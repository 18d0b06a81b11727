package io.payscope.vectors;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.pinecone.exceptions.PineconeConfigurationException;
import io.pinecone.exceptions.PineconeException;
import org.openapitools.db_control.client.ApiException;

/** What a failed call to the vector index means for a stage. */
final class VectorFaults {

    private VectorFaults() {}

    /**
     * The fault for a failure of the control plane, by HTTP status, or of the data plane, by gRPC status.
     *
     * @param doing what was being done
     * @param failure what the client threw
     */
    static Fault of(String doing, RuntimeException failure) {
        return switch (failure) {
            case Fault fault -> fault;
            case StatusRuntimeException e ->
                ofStatus(message(doing, e.getStatus().toString()), e);
            case PineconeConfigurationException e -> new ConfigFault(message(doing, e.getMessage()), e);
            case PineconeException e
            when e.getCause() instanceof ApiException answer ->
                ofHttp(message(doing, "HTTP " + answer.getCode() + " " + e.getMessage()), answer.getCode(), e);
            default -> new BugFault(message(doing, String.valueOf(failure.getMessage())), failure);
        };
    }

    private static String message(String doing, String found) {
        return "vector index: " + doing + ": " + found;
    }

    private static Fault ofStatus(String message, StatusRuntimeException e) {
        return switch (e.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, CANCELLED, INTERNAL, UNKNOWN ->
                new TransientFault(message, e);
            case UNAUTHENTICATED, PERMISSION_DENIED, NOT_FOUND -> new ConfigFault(message, e);
            case OK, INVALID_ARGUMENT, FAILED_PRECONDITION, OUT_OF_RANGE, ALREADY_EXISTS, UNIMPLEMENTED, DATA_LOSS ->
                new BugFault(message, e);
        };
    }

    /** Status 0 stands for no answer at all. */
    private static Fault ofHttp(String message, int status, PineconeException e) {
        return switch (status) {
            case 0, 408, 425, 429 -> new TransientFault(message, e);
            case 401, 402, 403, 404 -> new ConfigFault(message, e);
            default -> status >= 500 ? new TransientFault(message, e) : new BugFault(message, e);
        };
    }

    /** @return whether the data plane was not reached, so that the index may have moved to another host */
    static boolean isUnreachable(RuntimeException failure) {
        return failure instanceof StatusRuntimeException e && e.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }
}
