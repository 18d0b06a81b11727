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

    /** @return the same verdict on a candidate that was judged alone, because the champion could not be read */
    public PromotionVerdict withoutChampion(String why) {
        return new PromotionVerdict(promote, checks, "the champion cannot be read (" + why + "); alone: " + reason);
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
