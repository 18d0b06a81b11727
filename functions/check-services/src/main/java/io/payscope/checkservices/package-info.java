/** Asks every store whether it is there and migrated. */
@NullMarked
package io.payscope.checkservices;

import org.jspecify.annotations.NullMarked;
