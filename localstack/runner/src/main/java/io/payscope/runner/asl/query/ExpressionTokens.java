package io.payscope.runner.asl.query;

import io.payscope.runner.asl.query.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Splits a JSONata expression into tokens, so that names in texts, comments and patterns are not taken for uses. */
final class ExpressionTokens {

    private static final Set<String> TWO = Set.of(":=", "!=", ">=", "<=", "**", "~>", "..", "?:", "??");
    private static final Set<String> WORDS_BEFORE_VALUE = Set.of("and", "or", "in");
    private static final String SYMBOLS = ".[]{}(),@#;:?+-*/%|=<>^&!~";

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private ExpressionTokens(String source) {
        this.source = source;
    }

    /** @throws MalformedExpression if a text, comment or pattern does not end */
    static List<Token> of(String source) {
        ExpressionTokens scan = new ExpressionTokens(source);
        while (scan.at < source.length()) {
            scan.next();
        }
        return scan.tokens;
    }

    private void next() {
        char c = source.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (source.startsWith("/*", at)) {
            at = endOf("*/", at + 2);
        } else if (c == '"' || c == '\'') {
            quoted(c, Kind.LITERAL);
        } else if (c == '`') {
            quoted(c, Kind.NAME);
        } else if (c == '/' && valueMayBegin()) {
            quoted(c, Kind.LITERAL);
        } else if (c == '$') {
            variable();
        } else if (SYMBOLS.indexOf(c) >= 0) {
            operator();
        } else {
            int start = at;
            skipWord();
            tokens.add(new Token(
                    Character.isDigit(c) ? Kind.LITERAL : Kind.NAME, source.substring(start, Math.max(at, start + 1))));
            at = Math.max(at, start + 1);
        }
    }

    private void variable() {
        at++;
        int start = at;
        if (at < source.length() && source.charAt(at) == '$') {
            at++;
        } else {
            skipWord();
        }
        tokens.add(new Token(Kind.VARIABLE, source.substring(start, at)));
    }

    private void operator() {
        int length = at + 1 < source.length() && TWO.contains(source.substring(at, at + 2)) ? 2 : 1;
        tokens.add(new Token(Kind.OPERATOR, source.substring(at, at + length)));
        at += length;
    }

    private void skipWord() {
        while (at < source.length() && Character.isUnicodeIdentifierPart(source.charAt(at))) {
            at++;
        }
    }

    private void quoted(char quote, Kind kind) {
        int end = at + 1;
        while (end < source.length() && source.charAt(end) != quote) {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= source.length()) {
            throw new MalformedExpression("what begins with " + quote + " at character " + (at + 1) + " does not end");
        }
        tokens.add(new Token(kind, kind == Kind.NAME ? source.substring(at + 1, end) : ""));
        at = end + 1;
    }

    private int endOf(String mark, int from) {
        int end = source.indexOf(mark, from);
        if (end < 0) {
            throw new MalformedExpression("a comment does not end");
        }
        return end + mark.length();
    }

    /** A slash begins a pattern where a value may begin; after a value it divides. */
    private boolean valueMayBegin() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case VARIABLE, LITERAL -> false;
            case NAME -> WORDS_BEFORE_VALUE.contains(last.text());
            case OPERATOR -> !Set.of(")", "]", "}").contains(last.text());
        };
    }
}
