/** Removes exact copies and draws a stratified sample in one pass, with the candidates in a temporary file. */
@NullMarked
package io.payscope.datasets.sample;

import org.jspecify.annotations.NullMarked;
