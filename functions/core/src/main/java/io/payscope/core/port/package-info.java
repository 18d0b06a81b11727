/** What the stages ask of the stores. */
@NullMarked
package io.payscope.core.port;

import org.jspecify.annotations.NullMarked;
