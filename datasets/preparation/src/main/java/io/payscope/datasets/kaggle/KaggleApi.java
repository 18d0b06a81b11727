package io.payscope.datasets.kaggle;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.wire.json.JsonCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of the API. The current route is asked first. The older one is asked where the current is not there: status
 * 405, or 404 without a message about the thing asked for; a host that does not know a route says nothing about it.
 */
final class KaggleApi {

    private static final int ERRORS = 400;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final JsonMapper JSON = JsonMapper.builder()
            // An image cannot run Jackson's own parsers of numbers.
            .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .build();

    private final KaggleHttp http;
    private final Refusal refusal;

    KaggleApi(KaggleHttp http, Refusal refusal) {
        this.http = http;
        this.refusal = refusal;
    }

    /**
     * Asks for a JSON document.
     *
     * @throws Fault if asking again is of no use
     * @throws IOException if it may be
     */
    JsonNode json(KaggleRequest request) throws IOException {
        try (Answer answer = ask(request, Map.of())) {
            byte[] body = answer.message();
            refuse(request, answer, KaggleError.of(body));
            try {
                return JSON.readTree(body);
            } catch (JacksonException e) {
                throw new TransientFault(
                        request.what() + ": expected JSON, found "
                                + KaggleError.of(body).message(),
                        e);
            }
        }
    }

    /**
     * Asks for a file: the answer comes from the API itself, or from a storage by a signed link.
     *
     * @param fileHeaders which part of the file is wanted; the storage alone sees them
     * @return an answer below 400 from the API, or any from a storage
     * @throws Fault if asking again is of no use
     * @throws IOException if it may be
     */
    Answer file(KaggleRequest request, Map<String, String> fileHeaders) throws IOException {
        if (request.competition().isPresent()
                && http.credentials().authorization().isEmpty()) {
            throw new ConfigFault(
                    request.what() + ": competitions are not for anonymous users. " + KaggleAdvice.THREE_WAYS);
        }
        Answer answer = ask(request, fileHeaders);
        if (answer.fromApi() && (answer.status() >= ERRORS || answer.isPage())) {
            try (answer) {
                KaggleError error = KaggleError.of(answer.message());
                refuse(request, answer, error);
                throw new TransientFault(request.what() + ": expected a file, found " + error.message());
            }
        }
        return answer;
    }

    private Answer ask(KaggleRequest request, Map<String, String> fileHeaders) throws IOException {
        Answer answer = http.post(request.rpc(), JsonCodec.encode(request.body()), fileHeaders);
        if (!answer.fromApi() || answer.status() != NOT_FOUND && answer.status() != METHOD_NOT_ALLOWED) {
            return answer;
        }
        byte[] body;
        try (answer) {
            body = answer.message();
        }
        if (answer.status() == NOT_FOUND && KaggleError.of(body).structured()) {
            return new Answer(answer.uri(), true, NOT_FOUND, answer.headers(), new ByteArrayInputStream(body));
        }
        return http.get(request.rest(), fileHeaders);
    }

    /** Some failures come with status 200 and the real code in the body. */
    private void refuse(KaggleRequest request, Answer answer, KaggleError error) throws IOException {
        int status = answer.status() < ERRORS && error.code() >= ERRORS ? error.code() : answer.status();
        if (status < ERRORS) {
            return;
        }
        if (Refusal.passes(status)) {
            throw refusal.later(answer, status, error);
        }
        throw refusal.of(request, status, error);
    }
}
