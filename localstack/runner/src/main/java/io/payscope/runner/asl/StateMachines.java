package io.payscope.runner.asl;

import io.payscope.runner.asl.interpret.Arns;
import io.payscope.runner.asl.load.DefinitionReader;
import io.payscope.runner.asl.load.Placeholders;
import io.payscope.runner.asl.model.Definition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The state machines of this process, by ARN. Thread-safe. */
public final class StateMachines {

    private final InstantSource clock;
    private final Map<String, StateMachine> byArn = new ConcurrentHashMap<>();

    /** @param clock stamps what is registered */
    public StateMachines(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Registers a state machine, in the place of one of the same name.
     *
     * @param name its name
     * @param definition the document, with placeholders such as {@code ${LoadLedgerArn}}
     * @param substitutions what stands in for the placeholders, by name
     * @return the state machine; its ARN is {@code arn:aws:states:us-east-1:000000000000:stateMachine:NAME}
     * @throws io.payscope.runner.asl.failure.DefinitionRefused if the engine does not implement all of it
     */
    public StateMachine register(String name, String definition, Map<String, String> substitutions) {
        String text = Placeholders.replace(definition, substitutions);
        Definition checked = DefinitionReader.read(text);
        StateMachine machine = new StateMachine(new Arns.Machine(name), text, checked, clock.instant());
        byArn.put(machine.arn(), machine);
        return machine;
    }

    /** @return the ARN that a state machine of this name has or will have */
    public static String arnOf(String name) {
        return new Arns.Machine(name).arn();
    }

    /** @return the state machine, or empty if there is none */
    public Optional<StateMachine> find(String arn) {
        return Optional.ofNullable(byArn.get(arn));
    }

    /** @return all, by name */
    public List<StateMachine> all() {
        List<StateMachine> all = new ArrayList<>(byArn.values());
        all.sort(Comparator.comparing(StateMachine::name));
        return all;
    }
}
