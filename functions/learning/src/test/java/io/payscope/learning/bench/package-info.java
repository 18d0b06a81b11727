/** Measures the forecasters on files of published series; it lives with the tests so that no Lambda carries it. */
@NullMarked
package io.payscope.learning.bench;

import org.jspecify.annotations.NullMarked;
