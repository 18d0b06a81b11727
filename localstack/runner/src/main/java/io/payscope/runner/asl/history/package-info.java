/** The events of an execution, in the words of AWS. */
@NullMarked
package io.payscope.runner.asl.history;

import org.jspecify.annotations.NullMarked;
