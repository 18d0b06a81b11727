package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.ChoiceState;
import io.payscope.runner.asl.model.FailState;
import io.payscope.runner.asl.model.Items;
import io.payscope.runner.asl.model.MapMode;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.model.ParallelState;
import io.payscope.runner.asl.model.PassState;
import io.payscope.runner.asl.model.State;
import io.payscope.runner.asl.model.SucceedState;
import io.payscope.runner.asl.model.TaskState;
import io.payscope.runner.asl.model.WaitState;
import io.payscope.runner.asl.query.Template;
import java.util.stream.Stream;

/** Every template of a state, without those of the flows inside it. */
final class StateTemplates {

    private StateTemplates() {}

    static Stream<Template> of(State state) {
        Stream<Template> exits = FlowCheck.exits(state)
                .flatMap(exit -> Stream.concat(exit.assign().values().stream(), exit.output().stream()));
        return Stream.concat(own(state), exits);
    }

    private static Stream<Template> own(State state) {
        return switch (state) {
            case TaskState task -> Stream.concat(Stream.of(task.call().arguments()), task.timeoutSeconds().stream());
            case ParallelState parallel -> parallel.arguments().stream();
            case MapState map -> ofMap(map);
            case ChoiceState choice -> choice.rules().stream().map(ChoiceState.Rule::condition);
            case PassState pass -> Stream.empty();
            case WaitState wait ->
                switch (wait.until()) {
                    case WaitState.Until.Seconds(Template seconds) -> Stream.of(seconds);
                    case WaitState.Until.Timestamp(Template timestamp) -> Stream.of(timestamp);
                };
            case SucceedState succeed -> succeed.output().stream();
            case FailState fail -> Stream.concat(fail.error().stream(), fail.cause().stream());
        };
    }

    private static Stream<Template> ofMap(MapState map) {
        Stream<Template> items =
                switch (map.items()) {
                    case Items.OfInput input -> Stream.empty();
                    case Items.OfTemplate(Template array) -> Stream.of(array);
                    case Items.OfObject(Template arguments) -> Stream.of(arguments);
                };
        Stream<Template> mode =
                switch (map.mode()) {
                    case MapMode.Inline inline -> Stream.empty();
                    case MapMode.Distributed distributed ->
                        Stream.of(
                                        distributed.toleratedFailureCount(),
                                        distributed.toleratedFailurePercentage(),
                                        distributed.resultWriter())
                                .flatMap(template -> template.stream());
                };
        Stream<Template> rest = Stream.concat(map.itemSelector().stream(), Stream.of(map.maxConcurrency()));
        return Stream.of(items, mode, rest).flatMap(templates -> templates);
    }
}
