/** The PostgreSQL ledger: tenant transactions, loads, time buckets, queries and registers. */
@NullMarked
package io.payscope.ledger;

import org.jspecify.annotations.NullMarked;
