package io.payscope.ledger;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the ledger.
 *
 * @param url JDBC URL, {@code jdbc:aws-wrapper:postgresql://host:port/database}
 * @param user role to log in as
 * @param password of the role; null where the URL has the wrapper log in by IAM
 */
public record LedgerSettings(
        String url, String user, @Nullable String password) {

    private static final String SCHEME = "jdbc:aws-wrapper:postgresql://";

    /** The plugin that makes a token of the function's role out of every login. */
    private static final Pattern IAM = Pattern.compile("[?&]wrapperPlugins=([^&]*,)?iam(,|&|$)");

    /** @throws ConfigFault if the URL does not name PostgreSQL through the AWS wrapper */
    public LedgerSettings {
        if (!url.startsWith(SCHEME)) {
            throw new ConfigFault("ledger URL: expected it to begin with " + SCHEME);
        }
    }

    /** @return the settings of the functions' role, which owns nothing */
    public static LedgerSettings from(Settings settings) {
        return new LedgerSettings(
                settings.get(Setting.LEDGER_URL),
                settings.get(Setting.LEDGER_USER),
                password(settings, Setting.LEDGER_PASSWORD));
    }

    /** @return the settings of the role that owns the schema, for migrations only */
    public static LedgerSettings ownerFrom(Settings settings) {
        return new LedgerSettings(
                settings.get(Setting.LEDGER_URL),
                settings.get(Setting.LEDGER_OWNER_USER),
                password(settings, Setting.LEDGER_OWNER_PASSWORD));
    }

    private static @Nullable String password(Settings settings, Setting password) {
        return IAM.matcher(settings.get(Setting.LEDGER_URL)).find() ? null : settings.get(password);
    }

    /** The role only: a URL may carry secrets too. */
    @Override
    public String toString() {
        return "LedgerSettings[user=" + user + "]";
    }
}
