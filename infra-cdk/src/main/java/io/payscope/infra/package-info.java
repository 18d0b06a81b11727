/** The system on AWS: bucket, functions, state machines, upload trigger and API. */
@NullMarked
package io.payscope.infra;

import org.jspecify.annotations.NullMarked;
