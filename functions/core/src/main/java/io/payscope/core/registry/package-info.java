/** What is recorded about which model of a bank serves, and why. */
@NullMarked
package io.payscope.core.registry;

import org.jspecify.annotations.NullMarked;
