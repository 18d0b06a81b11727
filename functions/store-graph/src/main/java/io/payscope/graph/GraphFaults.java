package io.payscope.graph;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.util.Set;
import java.util.function.Supplier;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.SecurityException;

/** Says which of the four faults a failure of the graph database is. */
final class GraphFaults {

    /** Another transaction wrote the same node first; a retry finds it. */
    private static final String CONSTRAINT = "Neo.ClientError.Schema.ConstraintValidationFailed";

    /** What the server says of a transaction that it ended itself. */
    private static final Set<String> ENDED = Set.of(
            "Neo.ClientError.Transaction.TransactionTimedOut",
            "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
            "Neo.ClientError.Transaction.TransactionTerminated",
            "Neo.ClientError.Transaction.LockClientStopped");

    private static final Set<String> MISCONFIGURED =
            Set.of("Neo.ClientError.Database.DatabaseNotFound", "Neo.ClientError.Statement.AccessMode");

    private GraphFaults() {}

    /** Makes a call; what it throws becomes a fault that says what was being done. */
    static <T> T call(String doing, Supplier<T> call) {
        try {
            return call.get();
        } catch (Neo4jException e) {
            throw of(doing, e);
        }
    }

    /** The fault that a failure is. */
    static Fault of(String doing, Neo4jException failure) {
        String code = String.valueOf(failure.code());
        String message = doing + ": the graph answered " + code + ": " + failure.getMessage();
        if (failure instanceof RetryableException || ENDED.contains(code) || code.equals(CONSTRAINT)) {
            return new TransientFault(message, failure);
        }
        if (failure instanceof SecurityException
                || code.startsWith("Neo.ClientError.Security.")
                || MISCONFIGURED.contains(code)) {
            return new ConfigFault(message, failure);
        }
        return failure instanceof ClientException && code.startsWith("Neo.ClientError.")
                ? new BugFault(message, failure)
                : new TransientFault(message, failure);
    }
}
