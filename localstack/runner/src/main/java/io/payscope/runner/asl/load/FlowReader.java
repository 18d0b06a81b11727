package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.State;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads StartAt and States, at the top or in a branch or processor. */
final class FlowReader {

    private static final int LONGEST_NAME = 80;

    private final Set<String> namesOfAll = new HashSet<>();
    private final StateReader states = new StateReader(this);

    Flow read(Fields fields) {
        String startAt = fields.text("StartAt");
        Map<String, State> read = new LinkedHashMap<>();
        Fields all = fields.object("States");
        all.allObjects().forEach((name, state) -> {
            checkName(all, name);
            read.put(name, states.read(name, state));
        });
        fields.comment();
        fields.done();
        Flow flow = new Flow(startAt, read);
        FlowCheck.check(flow, fields.path());
        return flow;
    }

    private void checkName(Fields all, String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw all.refused(name, "the name of a state has 1 to " + LONGEST_NAME + " characters");
        }
        if (!namesOfAll.add(name)) {
            throw all.refused(name, "another state of the definition has this name");
        }
    }
}
