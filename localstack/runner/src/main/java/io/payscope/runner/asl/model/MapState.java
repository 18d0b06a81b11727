package io.payscope.runner.asl.model;

import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Optional;

/**
 * Runs one flow for each item.
 *
 * @param name its name
 * @param items where the items come from
 * @param itemSelector input of the flow for one item, or empty for the item itself
 * @param processor the flow
 * @param mode inline or distributed
 * @param maxConcurrency flows at once, 0 for the mode's own limit
 * @param retry see {@link GuardedState}
 * @param catchers see {@link GuardedState}
 * @param exit see {@link GuardedState}
 */
public record MapState(
        String name,
        Items items,
        Optional<Template> itemSelector,
        Flow processor,
        MapMode mode,
        Template maxConcurrency,
        List<Retrier> retry,
        List<Catcher> catchers,
        Exit exit)
        implements GuardedState {}
