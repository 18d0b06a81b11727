/** Downloads a bank's files from Kaggle, resuming what broke off and trusting no answer unchecked. */
@NullMarked
package io.payscope.datasets.kaggle;

import org.jspecify.annotations.NullMarked;
