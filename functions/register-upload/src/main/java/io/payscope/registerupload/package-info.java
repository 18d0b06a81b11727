/** Claims an upload by its content. */
@NullMarked
package io.payscope.registerupload;

import org.jspecify.annotations.NullMarked;
