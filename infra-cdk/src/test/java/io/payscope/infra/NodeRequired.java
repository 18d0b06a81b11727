package io.payscope.infra;

import java.io.File;
import java.io.PrintStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** CDK's Java library drives Node. Where there is none the tests are skipped, and say so. */
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NodeRequired.Condition.class)
@interface NodeRequired {

    /** Looks for {@code node} on the path. */
    final class Condition implements ExecutionCondition {

        static final PrintStream CONSOLE = System.err;

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            String path = String.valueOf(System.getenv("PATH"));
            boolean found = Pattern.compile(Pattern.quote(File.pathSeparator))
                    .splitAsStream(path)
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
            if (found) {
                return ConditionEvaluationResult.enabled("node is on the PATH");
            }
            if (context.getTestMethod().isEmpty()) {
                CONSOLE.println("infra-cdk: SKIPPED " + context.getDisplayName() + ": no `node` on the PATH, which CDK"
                        + " needs; install Node 20 or later to test the template");
            }
            return ConditionEvaluationResult.disabled("no `node` on the PATH");
        }
    }
}
