/** The audit log as a chain of hashes, and the check of it. */
@NullMarked
package io.payscope.core.audit;

import org.jspecify.annotations.NullMarked;
