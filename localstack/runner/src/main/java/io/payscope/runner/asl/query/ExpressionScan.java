package io.payscope.runner.asl.query;

import io.payscope.runner.asl.query.Token.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what an expression uses, and refuses what Step Functions does not offer: {@code $eval}, unknown functions,
 * unknown members of {@code $states}, and the operators that JSONata got after version 2.0.6.
 */
final class ExpressionScan {

    private static final Set<String> STATE_MEMBERS = Set.of("input", "result", "errorOutput", "context");
    private static final Set<String> LATER_OPERATORS = Set.of("??", "?:");

    private final List<Token> tokens;
    private final Set<String> local = new HashSet<>();
    private final Set<String> variables = new HashSet<>();
    private final Set<String> calls = new HashSet<>();
    private final Set<String> stateMembers = new HashSet<>();

    private ExpressionScan(List<Token> tokens) {
        this.tokens = tokens;
    }

    static ExpressionUse of(String source) {
        ExpressionScan scan = new ExpressionScan(ExpressionTokens.of(source));
        for (int i = 0; i < scan.tokens.size(); i++) {
            scan.binding(i);
        }
        for (int i = 0; i < scan.tokens.size(); i++) {
            scan.use(i);
        }
        return new ExpressionUse(scan.variables, scan.calls, scan.stateMembers);
    }

    /** Collects the names that the expression binds itself: assignments, parameters, {@code @$x}, {@code #$x}. */
    private void binding(int i) {
        Token token = tokens.get(i);
        boolean bound = operatorAt(i + 1, ":=") || operatorAt(i - 1, "@") || operatorAt(i - 1, "#");
        if (token.kind() == Kind.VARIABLE && bound) {
            local.add(token.text());
        }
        boolean function = token.kind() == Kind.NAME
                && (token.text().equals("function") || token.text().equals("λ"));
        if (function && operatorAt(i + 1, "(")) {
            for (int p = i + 2; p < tokens.size() && !operatorAt(p, ")"); p++) {
                if (tokens.get(p).kind() == Kind.VARIABLE) {
                    local.add(tokens.get(p).text());
                }
            }
        }
    }

    private void use(int i) {
        Token token = tokens.get(i);
        if (token.kind() == Kind.OPERATOR && LATER_OPERATORS.contains(token.text())) {
            throw new MalformedExpression("operator '" + token.text() + "' is not part of JSONata 2.0.6");
        }
        if (token.kind() != Kind.VARIABLE
                || token.text().isEmpty()
                || token.text().equals("$")) {
            return;
        }
        String name = token.text();
        if (name.equals("states")) {
            stateMember(i);
        } else if (!local.contains(name)) {
            free(name, operatorAt(i + 1, "("));
        }
    }

    private void free(String name, boolean called) {
        if (name.equals("eval")) {
            throw new MalformedExpression("function $eval is not offered; use $parse");
        }
        if (!called) {
            variables.add(name);
        } else if (FunctionNames.OFFERED.contains(name)) {
            calls.add(name);
        } else {
            throw new MalformedExpression("function $" + name + " is unknown");
        }
    }

    private void stateMember(int i) {
        String member = operatorAt(i + 1, ".") && i + 2 < tokens.size()
                ? tokens.get(i + 2).text()
                : "";
        if (!STATE_MEMBERS.contains(member)) {
            throw new MalformedExpression(
                    "$states has input, result, errorOutput and context, found '$states." + member + "'");
        }
        stateMembers.add(member);
    }

    private boolean operatorAt(int i, String symbol) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isOperator(symbol);
    }
}
