/** Tests of the custom runtime. */
@NullMarked
package io.payscope.runtime.loop;

import org.jspecify.annotations.NullMarked;
