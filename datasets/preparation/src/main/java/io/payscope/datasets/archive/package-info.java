/** Unpacks zip and tar.gz archives from outside without trusting a name, a size or a link in them. */
@NullMarked
package io.payscope.datasets.archive;

import org.jspecify.annotations.NullMarked;
