/** JSONata as Step Functions speaks it: expressions, templates and the functions it adds. */
@NullMarked
package io.payscope.runner.asl.query;

import org.jspecify.annotations.NullMarked;
