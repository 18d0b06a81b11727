package io.payscope.runner.stepfunctions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of the API. */
@FunctionalInterface
interface Operation {

    /**
     * Answers a request.
     *
     * @throws ApiError or {@link io.payscope.runner.asl.RequestRefused} if the request is wrong
     */
    Map<String, @Nullable Object> answer(Request request) throws InterruptedException;
}
