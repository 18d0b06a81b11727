/** Every setting of the system, by name. */
@NullMarked
package io.payscope.core.config;

import org.jspecify.annotations.NullMarked;
