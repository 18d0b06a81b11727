/** The arithmetic of SCALE.md, held against the document and against the deployed definitions. */
@NullMarked
package io.payscope.runner.scale;

import org.jspecify.annotations.NullMarked;
