/** Tests of the ledger against a real PostgreSQL, and that database for the tests of other modules. */
@NullMarked
package io.payscope.ledger;

import org.jspecify.annotations.NullMarked;
