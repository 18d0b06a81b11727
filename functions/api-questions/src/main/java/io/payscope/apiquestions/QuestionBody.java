package io.payscope.apiquestions;

/**
 * The body of {@code POST /questions}.
 *
 * @param question in English, up to 500 characters
 */
public record QuestionBody(String question) {}
