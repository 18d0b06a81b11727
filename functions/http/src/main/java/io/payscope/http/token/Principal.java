package io.payscope.http.token;

import io.payscope.core.model.BankId;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for.
 *
 * @param subject the token's subject
 * @param role the one role it carries
 * @param bank the bank that it is bound to, or null where it is bound to none
 */
public record Principal(String subject, Role role, @Nullable BankId bank) {}
