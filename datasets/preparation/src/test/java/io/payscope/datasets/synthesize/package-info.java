/** Tests of the synthetic bank. */
@NullMarked
package io.payscope.datasets.synthesize;

import org.jspecify.annotations.NullMarked;
