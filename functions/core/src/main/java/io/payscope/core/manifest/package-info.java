/** What a dataset is made of and where it came from. */
@NullMarked
package io.payscope.core.manifest;

import org.jspecify.annotations.NullMarked;
