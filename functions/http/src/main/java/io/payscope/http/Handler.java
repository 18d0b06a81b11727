package io.payscope.http;

/**
 * Answers one route.
 *
 * @param <B> type of the request's body
 */
@FunctionalInterface
public interface Handler<B> {

    /**
     * Answers.
     *
     * @throws Refusal for what the caller should know
     * @throws io.payscope.core.fault.Fault for everything else; the caller learns that it failed and no more
     */
    Answer<?> handle(Call<B> call);
}
