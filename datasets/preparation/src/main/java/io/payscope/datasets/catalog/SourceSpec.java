package io.payscope.datasets.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where a bank's data comes from and on what terms.
 *
 * @param name such as {@code ealaxi/paysim1}
 * @param version that the entry was written for, where the files at hand do not tell theirs
 * @param licence the licence notice that travels with everything made from it
 * @param kaggle where the files lie on Kaggle, or null where they do not
 */
public record SourceSpec(
        String name,
        String version,
        String licence,
        @Nullable KaggleSpec kaggle) {}
