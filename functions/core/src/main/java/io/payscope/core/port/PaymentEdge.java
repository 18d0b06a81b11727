package io.payscope.core.port;

/**
 * All payments of one party to another within some span.
 *
 * @param payer id of the paying account
 * @param payee id of what was paid, whatever its kind
 * @param rows payments, at least 1
 * @param frauds those of them that are labelled fraud
 */
public record PaymentEdge(String payer, String payee, long rows, long frauds) {}
