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

    TreeModel read() {
        Map<String, String> header = block();
        int features = integer(header, "max_feature_idx") + 1;
        Link link = Link.of(header.getOrDefault("objective", "custom"));
        if (!required(header, "num_class").equals("1")) {
            throw new DataFault("model text: expected one class, found num_class=" + header.get("num_class"));
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
        List<String> names = List.of(words(header, "feature_names", features));
        return new TreeModel(trees, names, link, lines.contains("average_output"));
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

    private static Tree tree(Map<String, String> fields, int features) {
        int leaves = integer(fields, "num_leaves");
        if (fields.getOrDefault("is_linear", "0").equals("1")) {
            throw new DataFault("model text: tree " + fields.get(TREE) + " has linear leaves, which are not supported");
        }
        int sets = integer(fields, "num_cat");
        int[] setStart = integers(fields, "cat_boundaries", sets == 0 ? 0 : sets + 1);
        int words = sets == 0 ? 0 : setStart[sets];
        int splits = leaves - 1;
        Tree tree = new Tree(
                integers(fields, "split_feature", splits),
                doubles(fields, "split_gain", splits),
                doubles(fields, "threshold", splits),
                integers(fields, "decision_type", splits),
                integers(fields, "left_child", splits),
                integers(fields, "right_child", splits),
                doubles(fields, "leaf_value", leaves),
                setStart,
                bits(fields, words),
                doubles(fields, "internal_count", fields.containsKey("internal_count") ? splits : 0),
                doubles(fields, "leaf_count", fields.containsKey("leaf_count") && splits > 0 ? leaves : 0));
        for (int i = 0; i < splits; i++) {
            boolean known = tree.splitFeature()[i] >= 0 && tree.splitFeature()[i] < features;
            if (!known
                    || !isChild(tree.leftChild()[i], i, leaves)
                    || !isChild(tree.rightChild()[i], i, leaves)
                    || (tree.decisionType()[i] & CATEGORICAL) != 0 && !isSet(tree.threshold()[i], setStart)) {
                throw new DataFault("model text: tree " + fields.get(TREE) + " has a malformed split " + i);
            }
        }
        return tree;
    }

    /** A split's children come after it, so that scoring always ends. */
    private static boolean isChild(int child, int parent, int leaves) {
        return child < 0 ? ~child < leaves : child > parent && child < leaves - 1;
    }

    private static boolean isSet(double index, int[] setStart) {
        return index >= 0
                && index < setStart.length - 1
                && setStart[(int) index] >= 0
                && setStart[(int) index] <= setStart[(int) index + 1]
                && setStart[(int) index + 1] <= setStart[setStart.length - 1];
    }

    /** Words of 32 bits, written without sign. */
    private static int[] bits(Map<String, String> fields, int count) {
        return Arrays.stream(words(fields, "cat_threshold", count))
                .mapToInt(word -> (int) (long) number("cat_threshold", word))
                .toArray();
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
