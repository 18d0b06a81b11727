package io.payscope.objects;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says which of the four faults a failure of the store is. */
final class S3Faults {

    /** Refusals that time or another try may lift, though their status is that of a wrong request. */
    private static final Set<String> PASSING = Set.of(
            "RequestTimeout",
            "SlowDown",
            "OperationAborted",
            "Throttling",
            "ThrottlingException",
            "RequestLimitExceeded");

    /** Client failures that no retry cures: the SDK gives them no type of their own. */
    private static final Set<String> MISCONFIGURED =
            Set.of("Unable to load credentials", "Unable to load region", "Unable to marshall request");

    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    private static final Set<Integer> PASSING_STATUS = Set.of(408, 409, 429);
    private static final Set<Integer> REFUSED_STATUS = Set.of(301, 307, 400, 401, 403, 405, NOT_IMPLEMENTED);

    private S3Faults() {}

    /** Makes a call; what it throws becomes a fault that says what was being done. */
    static <T> T call(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw of(doing, e);
        }
    }

    /** The fault that a failure is. */
    static Fault of(String doing, SdkException failure) {
        if (failure instanceof AwsServiceException service) {
            return ofService(doing, service);
        }
        String message = doing + ": " + failure.getMessage();
        if (failure instanceof SdkClientException && MISCONFIGURED.stream().anyMatch(message::contains)) {
            return new ConfigFault(message, failure);
        }
        return new TransientFault(message, failure);
    }

    private static Fault ofService(String doing, AwsServiceException failure) {
        int status = failure.statusCode();
        String code = failure.awsErrorDetails() == null
                ? ""
                : String.valueOf(failure.awsErrorDetails().errorCode());
        String message = doing + ": the store answered " + status + " " + code;
        if (status == NOT_FOUND) {
            return code.equals("NoSuchBucket") ? new ConfigFault(message, failure) : new DataFault(message, failure);
        }
        if (PASSING.contains(code) || PASSING_STATUS.contains(status)) {
            return new TransientFault(message, failure);
        }
        if (REFUSED_STATUS.contains(status)) {
            return new ConfigFault(message, failure);
        }
        return status >= 500 ? new TransientFault(message, failure) : new BugFault(message, failure);
    }
}
