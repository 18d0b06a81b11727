/** Holds the template that the CDK app makes. */
@NullMarked
package io.payscope.infra;

import org.jspecify.annotations.NullMarked;
