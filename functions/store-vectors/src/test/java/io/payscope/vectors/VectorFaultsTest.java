package io.payscope.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.pinecone.exceptions.PineconeUnmappedHttpException;
import io.pinecone.exceptions.PineconeValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openapitools.db_control.client.ApiException;

class VectorFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,TransientFault",
        "DEADLINE_EXCEEDED,TransientFault",
        "RESOURCE_EXHAUSTED,TransientFault",
        "INTERNAL,TransientFault",
        "UNAUTHENTICATED,ConfigFault",
        "PERMISSION_DENIED,ConfigFault",
        "NOT_FOUND,ConfigFault",
        "INVALID_ARGUMENT,BugFault",
        "UNIMPLEMENTED,BugFault"
    })
    void grpcStatusDecidesTheFault(Status.Code code, String expected) {
        RuntimeException failure =
                code.toStatus().withDescription("said the server").asRuntimeException();

        Fault fault = VectorFaults.of("count bank-1", failure);

        assertThat(fault.getClass().getSimpleName()).isEqualTo(expected);
        assertThat(fault).hasMessageContaining("count bank-1").hasMessageContaining("said the server");
        assertThat(fault).hasCause(failure);
    }

    @ParameterizedTest
    @CsvSource({
        "0,TransientFault",
        "408,TransientFault",
        "429,TransientFault",
        "500,TransientFault",
        "503,TransientFault",
        "401,ConfigFault",
        "403,ConfigFault",
        "404,ConfigFault",
        "400,BugFault",
        "422,BugFault"
    })
    void httpStatusDecidesTheFault(int status, String expected) {
        RuntimeException failure = new PineconeUnmappedHttpException("refused", new ApiException(status, "refused"));

        assertThat(VectorFaults.of("describe", failure).getClass().getSimpleName())
                .isEqualTo(expected);
    }

    @Test
    void faultsPassAndOtherFailuresAreBugs() {
        Fault config = new ConfigFault("no such index");

        assertThat(VectorFaults.of("count", config)).isSameAs(config);
        assertThat(VectorFaults.of("count", new PineconeValidationException("empty id")))
                .isInstanceOf(BugFault.class);
        assertThat(VectorFaults.of("count", new TransientFault("busy"))).isInstanceOf(TransientFault.class);
    }
}
