/** What native images of the functions reach by reflection, as resources and through JNI. */
@NullMarked
package io.payscope.runtime.hints;

import org.jspecify.annotations.NullMarked;
