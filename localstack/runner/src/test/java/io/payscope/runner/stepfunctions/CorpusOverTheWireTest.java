package io.payscope.runner.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.asl.ServiceCorpus;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

class CorpusOverTheWireTest {

    @Test
    void casesThatStandAloneEndTheSameThroughTheApi() throws Exception {
        try (LocalStates states = new LocalStates();
                SfnClient client = SfnClient.builder()
                        .endpointOverride(states.uri())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                        .build()) {
            assertThat(new ServiceCorpus(client).run()).isGreaterThanOrEqualTo(20);
        }
    }
}
