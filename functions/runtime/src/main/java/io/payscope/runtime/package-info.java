/** What every Lambda shares: the stage wrapper, settings and fault mapping. */
@NullMarked
package io.payscope.runtime;

import org.jspecify.annotations.NullMarked;
