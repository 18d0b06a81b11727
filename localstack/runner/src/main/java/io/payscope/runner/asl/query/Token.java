package io.payscope.runner.asl.query;

/**
 * A piece of an expression, as far as the scan tells pieces apart.
 *
 * @param kind what it is
 * @param text a name without its dollar sign, an operator, or nothing for a literal
 */
record Token(Kind kind, String text) {

    enum Kind {
        /** A dollar sign with a name; the text is empty for {@code $} and {@code $} for {@code $$}. */
        VARIABLE,
        /** A field name or a word. */
        NAME,
        /** A text, a number or a regular expression. */
        LITERAL,
        /** Anything else, one or two characters. */
        OPERATOR
    }

    boolean isOperator(String symbol) {
        return kind == Kind.OPERATOR && text.equals(symbol);
    }
}
