package io.payscope.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class GraphFaultsTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new TransientException("Neo.TransientError.Transaction.DeadlockDetected", "m"),
                        TransientFault.class),
                Arguments.of(new ServiceUnavailableException("m"), TransientFault.class),
                Arguments.of(new SessionExpiredException("m"), TransientFault.class),
                Arguments.of(
                        new DatabaseException("Neo.DatabaseError.General.UnknownError", "m"), TransientFault.class),
                Arguments.of(
                        new ClientException("Neo.ClientError.Schema.ConstraintValidationFailed", "m"),
                        TransientFault.class),
                Arguments.of(
                        new ClientException("Neo.ClientError.Transaction.TransactionTimedOut", "m"),
                        TransientFault.class),
                Arguments.of(
                        new AuthenticationException("Neo.ClientError.Security.Unauthorized", "m"), ConfigFault.class),
                Arguments.of(new ClientException("Neo.ClientError.Security.Forbidden", "m"), ConfigFault.class),
                Arguments.of(new ClientException("Neo.ClientError.Database.DatabaseNotFound", "m"), ConfigFault.class),
                Arguments.of(new ClientException("Neo.ClientError.Statement.SyntaxError", "m"), BugFault.class));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsOneOfTheFourFaults(Neo4jException failure, Class<? extends Fault> fault) {
        assertThat(GraphFaults.of("loading", failure))
                .isExactlyInstanceOf(fault)
                .hasMessageStartingWith("loading")
                .hasCause(failure);
    }
}
