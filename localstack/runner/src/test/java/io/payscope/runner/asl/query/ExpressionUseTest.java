package io.payscope.runner.asl.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpressionUseTest {

    private static ExpressionUse use(String source) {
        return Expression.parse(source, "Output").use();
    }

    @Test
    void findsVariablesFunctionsAndMembersOfStates() {
        ExpressionUse use = use("$sum($rows.n) + $base * $states.input.k - $states.context.Map.Item.Index");
        assertThat(use.variables()).containsExactlyInAnyOrder("rows", "base");
        assertThat(use.calls()).containsExactly("sum");
        assertThat(use.stateMembers()).containsExactlyInAnyOrder("input", "context");
    }

    @Test
    void namesThatTheExpressionBindsAreItsOwn() {
        assertThat(use("($x := 1; $f := function($a, $b) { $a + $b + $x }; $f($x, 2))")
                        .variables())
                .isEmpty();
        assertThat(use("$map($rows, λ($v, $i) { $v * $i })").variables()).containsExactly("rows");
        assertThat(use("$states.input.a@$one#$pos.{'p': $pos, 'v': $one}").variables())
                .isEmpty();
    }

    @Test
    void namesInTextsCommentsPatternsAndQuotedFieldsAreNoUses() {
        assertThat(use("'$a' & \"$b\\\"$c\" /* $d */ & $string($states.input.`$e`)")
                        .variables())
                .isEmpty();
        assertThat(use("$contains('x', /$f/) and $g / 2 / $h = 1").variables()).containsExactlyInAnyOrder("g", "h");
    }

    @Test
    void functionMayBeHandedOverByName() {
        ExpressionUse use = use("$map(['a'], $uppercase)");
        assertThat(use.variables()).containsExactly("uppercase");
        assertThat(use.isFunction("uppercase")).isTrue();
    }

    @Test
    void wrongExpressionIsRefusedWithItsText() {
        assertThatThrownBy(() -> use("1 +"))
                .isInstanceOf(MalformedExpression.class)
                .hasMessageContaining("1 +");
        assertThatThrownBy(() -> use("'open")).isInstanceOf(MalformedExpression.class);
        assertThatThrownBy(() -> use("/* open")).isInstanceOf(MalformedExpression.class);
        assertThatThrownBy(() -> use("$states")).isInstanceOf(MalformedExpression.class);
    }
}
