package io.payscope.apiadmin;

/**
 * Who a verified token speaks for.
 *
 * @param subject the token's subject
 * @param role the one role it carries
 */
record Principal(String subject, Role role) {}
