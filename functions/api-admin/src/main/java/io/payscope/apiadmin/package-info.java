/** The admin endpoint behind API Gateway: who may ask, and what is answered. */
@NullMarked
package io.payscope.apiadmin;

import org.jspecify.annotations.NullMarked;
