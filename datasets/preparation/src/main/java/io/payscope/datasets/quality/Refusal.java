package io.payscope.datasets.quality;

/**
 * Why a row was refused.
 *
 * @param file the raw file
 * @param line the line that the row begins on, 1 being the header
 * @param column the column at fault, empty if it is the row as a whole
 * @param rule id of the rule
 * @param value what was found, cut to {@value #MOST_CHARACTERS} characters
 */
public record Refusal(String file, long line, String column, String rule, String value) {

    /** Longest value that is kept. */
    public static final int MOST_CHARACTERS = 64;

    public Refusal {
        value = SafeText.cut(value, MOST_CHARACTERS);
    }
}
