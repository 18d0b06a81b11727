package io.payscope.core.port;

/**
 * What was there before a payment.
 *
 * @param payer the past of its payer, empty where it names none
 * @param payee the past of its payee, likewise
 */
public record PaymentPast(PartyPast payer, PartyPast payee) {}
