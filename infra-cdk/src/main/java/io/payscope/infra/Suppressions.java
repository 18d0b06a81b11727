package io.payscope.infra;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import io.github.cdklabs.cdknag.RegexAppliesTo;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** Findings of cdk-nag that stay, each for one resource (or what lies below it) and with its reason. */
final class Suppressions {

    private Suppressions() {}

    /** Accepts a finding for one construct. */
    static void accept(IConstruct construct, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }

    /** Accepts those findings for one construct whose detail ("Resource::...", "Policy::...") matches. */
    static void acceptDetail(IConstruct construct, String rule, String detail, String reason) {
        NagSuppressions.addResourceSuppressions(construct, List.of(suppression(rule, detail, reason)), true);
    }

    /** As {@link #acceptDetail}, for what CDK makes at a path of its own. */
    static void acceptAt(Stack stack, String path, String rule, String detail, String reason) {
        NagSuppressions.addResourceSuppressionsByPath(
                stack, "/" + stack.getNode().getId() + "/" + path, List.of(suppression(rule, detail, reason)), true);
    }

    private static NagPackSuppression suppression(String rule, String detail, String reason) {
        NagPackSuppression.Builder suppression =
                NagPackSuppression.builder().id(rule).reason(reason);
        if (!detail.isEmpty()) {
            suppression.appliesTo(
                    List.of(RegexAppliesTo.builder().regex("/" + detail + "/").build()));
        }
        return suppression.build();
    }
}
