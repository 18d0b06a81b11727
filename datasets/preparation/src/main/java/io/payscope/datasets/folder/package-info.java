/** An object store on a folder, for work without any service. */
@NullMarked
package io.payscope.datasets.folder;

import org.jspecify.annotations.NullMarked;
