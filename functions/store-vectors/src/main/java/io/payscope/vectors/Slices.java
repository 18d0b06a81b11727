package io.payscope.vectors;

import java.util.ArrayList;
import java.util.List;

/** Cuts a list into pieces. */
final class Slices {

    private Slices() {}

    /** @return consecutive views of at most {@code size} elements; none of an empty list */
    static <T> List<List<T>> of(List<T> whole, int size) {
        List<List<T>> slices = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += size) {
            slices.add(whole.subList(from, Math.min(whole.size(), from + size)));
        }
        return slices;
    }
}
