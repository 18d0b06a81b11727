/** The four faults that a stage may end with. */
@NullMarked
package io.payscope.core.fault;

import org.jspecify.annotations.NullMarked;
