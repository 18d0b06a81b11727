/** What the engine needs from its surroundings: functions, objects, nested executions and time. */
@NullMarked
package io.payscope.runner.asl.port;

import org.jspecify.annotations.NullMarked;
