package io.payscope.runtime.hints;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.ClassUtils;

/**
 * The AWS JDBC wrapper reads its messages from a bundle and wraps exceptions by reflection; without either the first
 * commit fails with a message about something else. Migrations are found by listing their folder.
 */
final class LedgerHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader loader) {
        if (ClassUtils.isPresent("software.amazon.jdbc.Driver", loader)) {
            hints.resources().registerResourceBundle("aws_advanced_jdbc_wrapper_messages");
            hints.reflection().registerType(SQLException.class, MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS);
            hints.resources().registerPattern("db/migration/ledger/*.sql");
        }
    }
}
