/** What the stores share about listening on this machine. */
@NullMarked
package io.payscope.stores.net;

import org.jspecify.annotations.NullMarked;
