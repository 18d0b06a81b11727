package io.payscope.runner.asl.interpret;

import io.payscope.runner.asl.json.Payload;
import io.payscope.runner.asl.model.Transition;
import java.util.Map;

/**
 * How a state was left.
 *
 * @param output what the next state gets
 * @param assigned variables that are now set
 * @param transition where it leads
 */
record Step(Payload output, Map<String, Payload> assigned, Transition transition) {}
