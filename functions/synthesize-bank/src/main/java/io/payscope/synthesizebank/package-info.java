/** Makes the synthetic bank, once for each input. */
@NullMarked
package io.payscope.synthesizebank;

import org.jspecify.annotations.NullMarked;
