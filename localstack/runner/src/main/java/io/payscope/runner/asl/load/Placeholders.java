package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts values in the place of {@code ${Name}}, as CloudFormation's DefinitionSubstitutions do. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.-]+)}");
    private static final Pattern BREAKS_JSON = Pattern.compile("[\"\\\\\\p{Cntrl}]");

    private Placeholders() {}

    /**
     * Replaces every placeholder.
     *
     * @param text the document
     * @param substitutions values by name; those that the text does not use are ignored
     * @throws DefinitionRefused if a placeholder has no value, or one that would break the JSON text
     */
    public static String replace(String text, Map<String, String> substitutions) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            String name = match.group(1);
            String value = substitutions.get(name);
            if (value == null) {
                throw new DefinitionRefused("", match.group(), "nothing is given for this placeholder");
            }
            if (BREAKS_JSON.matcher(value).find()) {
                throw new DefinitionRefused("", match.group(), "its value would break the JSON text");
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
