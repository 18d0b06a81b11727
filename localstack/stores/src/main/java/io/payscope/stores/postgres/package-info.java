/** PostgreSQL over a folder that survives restarts and kills. */
@NullMarked
package io.payscope.stores.postgres;

import org.jspecify.annotations.NullMarked;
