/** The log of decisions about models, kept in an object store. */
@NullMarked
package io.payscope.wire.registry;

import org.jspecify.annotations.NullMarked;
