package io.payscope.runner.asl;

import java.util.regex.Pattern;

/** Which names a state machine or an execution may have. Source: AWS, API reference of StartExecution. */
final class ResourceNames {

    private static final int LONGEST = 80;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]");

    private ResourceNames() {}

    static void check(String name) {
        if (name.isEmpty() || name.length() > LONGEST || FORBIDDEN.matcher(name).find()) {
            throw new RequestRefused(
                    RequestRefused.Reason.INVALID_NAME,
                    "Invalid Name: '" + name + "': expected 1 to " + LONGEST
                            + " characters without white space, brackets, wildcards or special characters");
        }
    }
}
