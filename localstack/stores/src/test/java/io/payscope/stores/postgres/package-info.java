/** Tests of the PostgreSQL control through JDBC. */
@NullMarked
package io.payscope.stores.postgres;

import org.jspecify.annotations.NullMarked;
