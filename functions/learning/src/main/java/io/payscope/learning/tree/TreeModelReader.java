package io.payscope.learning.tree;

import io.payscope.core.fault.DataFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads LightGBM's text form: a header, then a block a tree, each line {@code key=value}. */
final class TreeModelReader {

    private static final String TREE = "Tree";
    private static final String END = "end of trees";
    private static final int CATEGORICAL = 1;

    private final List<String> lines;
    private int next;

    TreeModelReader(String text) {
        this.lines = text.lines().toList();
    }

    TreeModel readClassifier() {
        Map<String, String> header = block();
        int features = features(header);
        return read(header, features, sigmoid(required(header, "objective")));
    }

    TreeModel readRegressor() {
        Map<String, String> header = block();
        int features = features(header);
        String objective = required(header, "objective");
        if (!objective.equals("regression")) {
            throw new DataFault("model text: expected objective regression, found '" + objective + "'");
        }
        return read(header, features, Double.NaN);
    }

    private static int features(Map<String, String> header) {
        return integer(header, "max_feature_idx") + 1;
    }

    private TreeModel read(Map<String, String> header, int features, double sigmoid) {
        if (!required(header, "num_class").equals("1") || lines.contains("average_output")) {
            throw new DataFault("model text: expected one class and summed trees");
        }
        List<Tree> trees = new ArrayList<>();
        while (next < lines.size() && !lines.get(next).equals(END)) {
            Map<String, String> block = block();
            if (!block.isEmpty()) {
                trees.add(tree(block, features));
            }
        }
        if (next == lines.size()) {
            throw new DataFault("model text: expected '" + END + "' after " + trees.size() + " trees, found its end");
        }
        return new TreeModel(trees, features, sigmoid);
    }

    /** Reads up to the next tree's first line, an empty line after content, or the end. */
    private Map<String, String> block() {
        Map<String, String> fields = new HashMap<>();
        while (next < lines.size()) {
            String line = lines.get(next);
            if (line.equals(END) || line.startsWith(TREE + "=") && !fields.isEmpty()) {
                break;
            }
            next++;
            int equals = line.indexOf('=');
            if (equals > 0) {
                fields.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return fields;
    }

    private static double sigmoid(String objective) {
        String[] words = objective.split(" ");
        if (!words[0].equals("binary")) {
            throw new DataFault("model text: expected objective binary, found '" + objective + "'");
        }
        for (String word : words) {
            if (word.startsWith("sigmoid:")) {
                return Double.parseDouble(word.substring("sigmoid:".length()));
            }
        }
        return 1;
    }

    private static Tree tree(Map<String, String> fields, int features) {
        int leaves = integer(fields, "num_leaves");
        if (integer(fields, "num_cat") != 0
                || fields.getOrDefault("is_linear", "0").equals("1")) {
            throw new DataFault("model text: tree " + fields.get(TREE) + " has categorical splits or linear leaves,"
                    + " which are not supported");
        }
        int splits = leaves - 1;
        Tree tree = new Tree(
                integers(fields, "split_feature", splits),
                doubles(fields, "split_gain", splits),
                doubles(fields, "threshold", splits),
                integers(fields, "decision_type", splits),
                integers(fields, "left_child", splits),
                integers(fields, "right_child", splits),
                doubles(fields, "leaf_value", leaves));
        for (int i = 0; i < splits; i++) {
            boolean known = tree.splitFeature()[i] >= 0 && tree.splitFeature()[i] < features;
            if (!known
                    || !isChild(tree.leftChild()[i], i, leaves)
                    || !isChild(tree.rightChild()[i], i, leaves)
                    || (tree.decisionType()[i] & CATEGORICAL) != 0) {
                throw new DataFault("model text: tree " + fields.get(TREE) + " has a malformed split " + i);
            }
        }
        return tree;
    }

    /** A split's children come after it, so that scoring always ends. */
    private static boolean isChild(int child, int parent, int leaves) {
        return child < 0 ? ~child < leaves : child > parent && child < leaves - 1;
    }

    private static String required(Map<String, String> fields, String key) {
        String value = fields.get(key);
        if (value == null) {
            throw new DataFault("model text: '" + key + "' is missing");
        }
        return value;
    }

    private static int integer(Map<String, String> fields, String key) {
        return integers(fields, key, 1)[0];
    }

    private static int[] integers(Map<String, String> fields, String key, int count) {
        return Arrays.stream(words(fields, key, count))
                .mapToInt(word -> (int) number(key, word))
                .toArray();
    }

    private static double[] doubles(Map<String, String> fields, String key, int count) {
        return Arrays.stream(words(fields, key, count))
                .mapToDouble(word -> number(key, word))
                .toArray();
    }

    private static String[] words(Map<String, String> fields, String key, int count) {
        if (count == 0) {
            return new String[0];
        }
        String[] words = required(fields, key).trim().split(" ");
        if (words.length != count) {
            throw new DataFault("model text: expected " + count + " values of '" + key + "', found " + words.length);
        }
        return words;
    }

    private static double number(String key, String word) {
        return switch (word) {
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> {
                try {
                    yield Double.parseDouble(word);
                } catch (NumberFormatException e) {
                    throw new DataFault("model text: expected a number in '" + key + "', found '" + word + "'", e);
                }
            }
        };
    }
}
