/** Takes files from outside by signed links, and says what became of them. */
@NullMarked
package io.payscope.apiuploads;

import org.jspecify.annotations.NullMarked;
