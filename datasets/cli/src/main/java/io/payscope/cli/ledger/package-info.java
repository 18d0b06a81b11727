/** The only part of the command that talks to the ledger. */
@NullMarked
package io.payscope.cli.ledger;

import org.jspecify.annotations.NullMarked;
