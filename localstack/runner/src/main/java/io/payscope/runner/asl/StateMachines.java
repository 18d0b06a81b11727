package io.payscope.runner.asl;

import io.payscope.runner.asl.RequestRefused.Reason;
import io.payscope.runner.asl.interpret.Arns;
import io.payscope.runner.asl.interpret.Identity;
import io.payscope.runner.asl.load.DefinitionReader;
import io.payscope.runner.asl.load.Placeholders;
import io.payscope.runner.asl.model.Definition;
import java.time.Instant;
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
        StateMachine machine = made(name, text, checked, Identity.ROLE_ARN);
        byArn.put(machine.arn(), machine);
        return machine;
    }

    /**
     * Creates a state machine, as the API does: nothing stands in for placeholders, and a second request with the same
     * definition gives the first state machine.
     *
     * @param name its name
     * @param definition the document
     * @param roleArn the role that it is said to run as
     * @return the state machine
     * @throws io.payscope.runner.asl.failure.DefinitionRefused if the engine does not implement all of it
     * @throws RequestRefused if the name is wrong, or taken by another definition
     */
    public StateMachine create(String name, String definition, String roleArn) {
        ResourceNames.check(name);
        StateMachine wanted = made(name, definition, DefinitionReader.read(definition), roleArn);
        StateMachine before = byArn.putIfAbsent(wanted.arn(), wanted);
        if (before == null) {
            return wanted;
        }
        if (before.text().equals(definition)) {
            return before;
        }
        throw new RequestRefused(
                Reason.STATE_MACHINE_ALREADY_EXISTS,
                "State Machine Already Exists: '" + wanted.arn() + "', with another definition");
    }

    /**
     * Changes a state machine. Executions that run go on with what they started with.
     *
     * @param arn which
     * @param definition the new document, or empty to keep it
     * @param roleArn the new role, or empty to keep it
     * @return the state machine as it is now
     * @throws io.payscope.runner.asl.failure.DefinitionRefused if the engine does not implement all of it
     * @throws RequestRefused if there is no such state machine
     */
    public StateMachine update(String arn, Optional<String> definition, Optional<String> roleArn) {
        Optional<Definition> checked = definition.map(DefinitionReader::read);
        StateMachine after = byArn.computeIfPresent(
                arn,
                (_, before) -> new StateMachine(
                        before.id(),
                        definition.orElse(before.text()),
                        checked.orElse(before.definition()),
                        roleArn.orElse(before.roleArn()),
                        before.created(),
                        clock.instant()));
        if (after == null) {
            throw missing(arn);
        }
        return after;
    }

    /** Forgets a state machine; nothing happens if there is none. */
    void remove(String arn) {
        byArn.remove(arn);
    }

    /**
     * The state machine of an ARN.
     *
     * @throws RequestRefused if it is no ARN, or there is none
     */
    public StateMachine require(String arn) {
        if (!arn.startsWith("arn:")) {
            throw new RequestRefused(Reason.INVALID_ARN, "Invalid Arn: '" + arn + "'");
        }
        return find(arn).orElseThrow(() -> missing(arn));
    }

    private static RequestRefused missing(String arn) {
        return new RequestRefused(Reason.STATE_MACHINE_DOES_NOT_EXIST, "State Machine Does Not Exist: '" + arn + "'");
    }

    private StateMachine made(String name, String text, Definition checked, String roleArn) {
        Instant now = clock.instant();
        return new StateMachine(new Arns.Machine(name), text, checked, roleArn, now, now);
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
