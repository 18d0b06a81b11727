package io.payscope.runner.asl.load;

import io.payscope.runner.asl.failure.DefinitionRefused;
import io.payscope.runner.asl.model.ChoiceState;
import io.payscope.runner.asl.model.Exit;
import io.payscope.runner.asl.model.FailState;
import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.GuardedState;
import io.payscope.runner.asl.model.PassState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.SucceedState;
import io.payscope.runner.asl.model.Transition;
import io.payscope.runner.asl.model.WaitState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses a flow in which a transition leads nowhere, a state is never reached, or there is no end. */
final class FlowCheck {

    private FlowCheck() {}

    static void check(Flow flow, String path) {
        if (!flow.states().containsKey(flow.startAt())) {
            throw new DefinitionRefused(path, "StartAt", "there is no state '" + flow.startAt() + "'");
        }
        for (State state : flow.states().values()) {
            for (String target : targets(state)) {
                if (!flow.states().containsKey(target)) {
                    throw new DefinitionRefused(
                            path + "/States/" + state.name(), "Next", "there is no state '" + target + "' beside it");
                }
            }
        }
        Set<String> reached = reached(flow);
        for (String name : flow.states().keySet()) {
            if (!reached.contains(name)) {
                throw new DefinitionRefused(path + "/States", name, "no transition leads to it");
            }
        }
        if (flow.states().values().stream().noneMatch(FlowCheck::ends)) {
            throw new DefinitionRefused(path, "States", "no state ends the flow");
        }
    }

    private static Set<String> reached(Flow flow) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(flow.startAt()));
        while (!open.isEmpty()) {
            String name = open.pop();
            State state = flow.states().get(name);
            if (state != null && reached.add(name)) {
                open.addAll(targets(state));
            }
        }
        return reached;
    }

    private static boolean ends(State state) {
        return state instanceof SucceedState
                || state instanceof FailState
                || exits(state).anyMatch(exit -> exit.transition() instanceof Transition.End);
    }

    private static List<String> targets(State state) {
        return exits(state).flatMap(FlowCheck::target).toList();
    }

    private static Stream<String> target(Exit exit) {
        return switch (exit.transition()) {
            case Transition.Next(String name) -> Stream.of(name);
            case Transition.End end -> Stream.empty();
        };
    }

    /** @return every way out of a state */
    static Stream<Exit> exits(State state) {
        return switch (state) {
            case GuardedState guarded ->
                Stream.concat(
                        Stream.of(guarded.exit()), guarded.catchers().stream().map(catcher -> catcher.exit()));
            case ChoiceState choice ->
                Stream.concat(choice.rules().stream().map(rule -> rule.exit()), choice.otherwise().stream());
            case PassState pass -> Stream.of(pass.exit());
            case WaitState wait -> Stream.of(wait.exit());
            case SucceedState succeed -> Stream.empty();
            case FailState fail -> Stream.empty();
        };
    }
}
