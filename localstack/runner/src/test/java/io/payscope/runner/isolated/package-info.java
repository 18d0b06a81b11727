/** Tests of functions in processes of their own. */
@NullMarked
package io.payscope.runner.isolated;

import org.jspecify.annotations.NullMarked;
