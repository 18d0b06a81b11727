package io.payscope.datasets.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where files lie on Kaggle. Exactly one of {@code dataset} and {@code competition} is set.
 *
 * @param dataset {@code owner/slug}
 * @param competition its name; its rules must have been accepted on the site
 * @param version of the dataset to take instead of the current one; competitions have none
 */
public record KaggleSpec(
        @Nullable String dataset,
        @Nullable String competition,
        @Nullable Integer version) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9_-]*";

    /** @return whether exactly one place is named, as Kaggle spells names, and a version only where there can be one */
    boolean isConsistent() {
        if (competition != null) {
            return dataset == null && version == null && competition.matches(NAME);
        }
        return dataset != null && dataset.matches(NAME + "/" + NAME) && (version == null || version >= 1);
    }
}
