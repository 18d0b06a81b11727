package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import java.io.IOException;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Kaggle, as far as downloads need it. Every method throws {@link ConfigFault} when credentials are missing or refused
 * or a competition's rules are not accepted, {@link DataFault} when the thing asked for is not there, and
 * {@link TransientFault} when the answer is no good after all retries. Thread-safe.
 */
public final class KaggleClient {

    private static final int ERRORS = 400;

    private final KaggleHttp http;
    private final Refusal refusal;
    private final KaggleApi api;
    private final Retries retries;

    /**
     * @param endpoint where the API is
     * @param credentials what requests to the API carry, and to nothing else
     * @param times how long to wait for what
     */
    public KaggleClient(KaggleEndpoint endpoint, KaggleCredentials credentials, KaggleTimes times) {
        this.http = new KaggleHttp(endpoint, credentials, times);
        this.refusal = new Refusal(credentials, times.clock());
        this.api = new KaggleApi(http, refusal);
        this.retries = new Retries(times, RandomGenerator.getDefault());
    }

    /** Whether requests carry no credentials. */
    boolean isAnonymous() {
        return http.credentials().authorization().isEmpty();
    }

    /** The number of a dataset's current version. */
    int currentVersion(String owner, String slug) {
        KaggleRequest request = KaggleRequest.dataset(owner, slug);
        JsonNode answer = retries.run(request.what(), () -> 0, () -> api.json(request));
        JsonNode number = answer.path("currentVersionNumber");
        if (!number.isIntegralNumber() || number.asInt() < 1) {
            throw new TransientFault(request.what() + ": expected currentVersionNumber, found " + number);
        }
        return number.asInt();
    }

    /** What the server says about a file, whose content is left unread. A signed link allows no HEAD. */
    Validator describe(KaggleRequest request) {
        return retries.run(request.what(), () -> 0, () -> head(request));
    }

    private Validator head(KaggleRequest request) throws IOException {
        try (Answer answer = api.file(request, Map.of())) {
            if (answer.status() < ERRORS) {
                return Validator.of(answer, -1);
            }
            throw refusal.later(answer, answer.status(), KaggleError.of(answer.message()));
        }
    }

    /**
     * Downloads a file, going on from what an earlier try left.
     *
     * @param target where its bytes go; a note lies beside it until it is whole
     * @return what the server says about it
     */
    Validator download(KaggleRequest request, PartialFile target, DownloadProgress progress) {
        return new Download(api, http, refusal, request, target, progress).run(retries);
    }
}
