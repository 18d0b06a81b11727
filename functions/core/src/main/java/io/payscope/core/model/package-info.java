/** The canonical transaction and the value types it is made of. */
@NullMarked
package io.payscope.core.model;

import org.jspecify.annotations.NullMarked;
