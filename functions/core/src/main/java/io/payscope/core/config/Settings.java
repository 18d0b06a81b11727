package io.payscope.core.config;

import io.payscope.core.fault.ConfigFault;
import java.util.EnumMap;
import java.util.Map;

/** The settings given to one process. Values never appear in {@link #toString()}. */
public final class Settings {

    private final Map<Setting, String> given;

    private Settings(Map<Setting, String> given) {
        this.given = given;
    }

    /**
     * Reads settings from environment variables.
     *
     * @param environment variables by name; those that do not begin with {@value Setting#PREFIX} are ignored
     * @throws ConfigFault if a variable that begins so names no setting: a stale or misspelt one must not pass unseen
     */
    public static Settings of(Map<String, String> environment) {
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        environment.forEach((variable, value) -> {
            if (variable.startsWith(Setting.PREFIX)) {
                Setting setting = Setting.ofVariable(variable)
                        .orElseThrow(() -> new ConfigFault("environment variable " + variable + " names no setting"));
                given.put(setting, value);
            }
        });
        return new Settings(given);
    }

    /**
     * The value of a setting.
     *
     * @throws ConfigFault if it is not given and has no default
     */
    public String get(Setting setting) {
        String value = given.get(setting);
        if (value != null) {
            return value;
        }
        return setting.defaultValue()
                .orElseThrow(() -> new ConfigFault(
                        "environment variable " + setting.variable() + " is not set: " + setting.meaning()));
    }

    /**
     * The value of a whole-number setting.
     *
     * @throws ConfigFault if it is no whole number from 1
     */
    public int positiveInt(Setting setting) {
        String value = get(setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ConfigFault(expected(setting, value), e);
        }
        throw new ConfigFault(expected(setting, value));
    }

    /**
     * The value of a setting that is a number.
     *
     * @throws ConfigFault if it is no number above 0
     */
    public double positiveNumber(Setting setting) {
        String value = get(setting);
        try {
            double number = Double.parseDouble(value);
            if (number > 0 && Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new ConfigFault(expectedNumber(setting, value), e);
        }
        throw new ConfigFault(expectedNumber(setting, value));
    }

    private static String expectedNumber(Setting setting, String value) {
        return "environment variable " + setting.variable() + ": expected a number above 0, found '" + value + "'";
    }

    private static String expected(Setting setting, String value) {
        return "environment variable " + setting.variable() + ": expected a whole number from 1, found '" + value + "'";
    }

    @Override
    public String toString() {
        return "Settings" + given.keySet();
    }
}
