/** What several tests of the runner need. */
@NullMarked
package io.payscope.runner.testing;

import org.jspecify.annotations.NullMarked;
