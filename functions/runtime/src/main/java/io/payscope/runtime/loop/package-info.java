/** The custom runtime of the native images: a client of the Lambda Runtime API. */
@NullMarked
package io.payscope.runtime.loop;

import org.jspecify.annotations.NullMarked;
