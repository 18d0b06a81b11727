/** Training by the native LightGBM library. */
@NullMarked
package io.payscope.learning.boost;

import org.jspecify.annotations.NullMarked;
