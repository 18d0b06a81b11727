/** Functions as Lambda runs them: each package in processes of its own, called through the Runtime API. */
@NullMarked
package io.payscope.runner.isolated;

import org.jspecify.annotations.NullMarked;
