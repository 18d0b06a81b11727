package io.payscope.learning.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.payscope.core.fault.DataFault;
import org.junit.jupiter.api.Test;

class TreeModelTest {

    /** decision_type: 2 = no missing, left; 8 = NaN, right; 10 = NaN, left; 6 = zero, left; 4 = zero, right. */
    private static String model(String decisionType, String threshold) {
        return """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=1
            objective=binary sigmoid:1
            feature_names=Column_0 Column_1
            feature_infos=[0:1] [0:1]
            tree_sizes=1 1

            Tree=0
            num_leaves=2
            num_cat=0
            split_feature=1
            split_gain=4.5
            threshold=%s
            decision_type=%s
            left_child=-1
            right_child=-2
            leaf_value=-1.5 2.5
            shrinkage=1

            Tree=1
            num_leaves=1
            num_cat=0
            split_feature=
            leaf_value=0.25
            shrinkage=1

            end of trees

            feature_importances:
            """.formatted(threshold, decisionType);
    }

    private static double raw(String decisionType, String threshold, double value) {
        return TreeModel.parse(model(decisionType, threshold)).rawScore(new double[] {0, value});
    }

    @Test
    void comparesWithTheThreshold() {
        assertThat(raw("2", "0.5", 0.5)).isEqualTo(-1.25);
        assertThat(raw("2", "0.5", Math.nextUp(0.5))).isEqualTo(2.75);
        assertThat(raw("2", "inf", 1e300)).isEqualTo(-1.25);
        assertThat(raw("2", "-inf", -1e300)).isEqualTo(2.75);
    }

    @Test
    void missingGoesWhereTheSplitSays() {
        assertThat(raw("8", "inf", Double.NaN)).isEqualTo(2.75);
        assertThat(raw("10", "-1", Double.NaN)).isEqualTo(-1.25);
        assertThat(raw("2", "0.5", Double.NaN))
                .as("no missing seen in training: NaN is 0")
                .isEqualTo(-1.25);
        assertThat(raw("2", "-0.5", Double.NaN)).isEqualTo(2.75);
        assertThat(raw("4", "0.5", 0)).isEqualTo(2.75);
        assertThat(raw("6", "-0.5", 0)).isEqualTo(-1.25);
        assertThat(raw("6", "-0.5", Double.NaN)).isEqualTo(-1.25);
        assertThat(raw("6", "-0.5", 1e-20)).isEqualTo(2.75);
    }

    @Test
    void probabilityIsTheLogisticFunction() {
        TreeModel model = TreeModel.parse(model("2", "0.5"));

        assertThat(model.probability(new double[] {0, 1})).isCloseTo(1 / (1 + Math.exp(-2.75)), within(1e-15));
        assertThat(model.gains()).containsExactly(0, 4.5);
        assertThat(model.size()).isEqualTo(2);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        String good = model("2", "0.5");
        refused(good.replace("objective=binary sigmoid:1", "objective=multiclass num_class:3"), "objective");
        refused(good.replace("end of trees", ""), "end of trees");
        refused(good.replace("num_cat=0\nsplit_feature=1", "num_cat=1\nsplit_feature=1"), "cat_boundaries");
        refused(good.replace("decision_type=2", "decision_type=1"), "malformed split");
        refused(good.replace("num_cat=0\nsplit_feature=1", "num_cat=0\nis_linear=1\nsplit_feature=1"), "linear");
        refused(good.replace("split_feature=1", "split_feature=2"), "malformed split");
        refused(good.replace("left_child=-1", "left_child=0"), "malformed split");
        refused(good.replace("threshold=0.5", "threshold=half"), "threshold");
        refused(good.replace("leaf_value=-1.5 2.5", "leaf_value=-1.5"), "leaf_value");
        refused(good.replace("max_feature_idx=1", ""), "max_feature_idx");
        refused("", "max_feature_idx");
    }

    private static void refused(String text, String part) {
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> TreeModel.parse(text))
                .withMessageContaining(part);
    }
}
