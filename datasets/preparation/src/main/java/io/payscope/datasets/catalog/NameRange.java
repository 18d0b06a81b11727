package io.payscope.datasets.catalog;

import io.payscope.core.fault.ConfigFault;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names with running numbers: {@code V1..V28} or {@code id_01..id_38}, where leading zeros keep the width. */
final class NameRange {

    private static final Pattern RANGE = Pattern.compile("(.*?)(\\d+)\\.\\.(.*?)(\\d+)");

    private NameRange() {}

    /** @return the names that a range stands for, or the name itself if it is no range */
    static List<String> expand(@Nullable String name) {
        if (name == null) {
            throw new ConfigFault("catalog: expected a column's name, found null");
        }
        Matcher range = RANGE.matcher(name);
        if (!range.matches()) {
            return List.of(name);
        }
        int first = Integer.parseInt(range.group(2));
        int last = Integer.parseInt(range.group(4));
        if (!range.group(1).equals(range.group(3)) || last < first) {
            throw new ConfigFault("catalog: expected a range such as V1..V28, found " + name);
        }
        int width = range.group(2).startsWith("0") ? range.group(2).length() : 1;
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> range.group(1) + ("%0" + width + "d").formatted(number))
                .toList();
    }
}
