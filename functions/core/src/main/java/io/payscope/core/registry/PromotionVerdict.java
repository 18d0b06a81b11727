package io.payscope.core.registry;

import java.util.List;

/**
 * What the checks of a candidate come to.
 *
 * @param promote whether it is to serve
 * @param checks all of them, passed or not
 * @param reason in words
 */
public record PromotionVerdict(boolean promote, List<NamedCheck> checks, String reason) {

    public PromotionVerdict {
        checks = List.copyOf(checks);
    }

    /**
     * Promotes if every check passed.
     *
     * @param checks at least one
     * @param passed reason where all passed
     */
    public static PromotionVerdict of(List<NamedCheck> checks, String passed) {
        List<String> failed = checks.stream()
                .filter(check -> !check.passed())
                .map(NamedCheck::name)
                .toList();
        return new PromotionVerdict(
                failed.isEmpty(), checks, failed.isEmpty() ? passed : "failed: " + String.join(", ", failed));
    }
}
