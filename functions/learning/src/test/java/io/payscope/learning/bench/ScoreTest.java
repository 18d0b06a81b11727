package io.payscope.learning.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {

    private static final String MODEL = """
        tree
        num_class=1
        max_feature_idx=1
        objective=binary sigmoid:1
        feature_names=a b

        Tree=0
        num_leaves=2
        num_cat=0
        split_feature=1
        split_gain=4.5
        threshold=0.5
        decision_type=2
        left_child=-1
        right_child=-2
        leaf_value=-1 3
        leaf_count=30 10
        internal_count=40

        end of trees
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

    private int score(String rows, String... more) throws IOException {
        out.reset();
        Path model = Files.writeString(folder.resolve("model.txt"), MODEL);
        Path data = Files.writeString(folder.resolve("rows.csv"), rows);
        List<String> arguments = new ArrayList<>(List.of("--model", model.toString(), "--data", data.toString()));
        arguments.addAll(List.of(more));
        return Score.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(messages, true, StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void findsColumnsByNameAndReadsMissingValues() throws IOException {
        assertThat(score("b,extra,a\n1,x,0\nNA,y,0\n", "--raw")).isZero();
        assertThat(lines()).containsExactly("3.0", "-1.0");
        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("2 rows, 1 trees, 2 features: p50");
    }

    @Test
    void withoutNamesTheOrderCounts() throws IOException {
        assertThat(score("x,y\n0,1\n", "--shap")).isZero();
        assertThat(lines()).containsExactly("0.0,3.0,0.0");
    }

    @Test
    void namesWhatIsWrong() throws IOException {
        assertThat(score("a\n1\n")).isEqualTo(2);
        assertThat(score("a,b\n1\n")).isEqualTo(2);
        assertThat(score("a,b\n1,much\n")).isEqualTo(2);
        assertThat(messages.toString(StandardCharsets.UTF_8))
                .contains("found 1 of them", "line 2: expected 2 fields, found 1", "found 'much'");
    }
}
