/** Buckets and state machines of AWS and of what speaks its protocols; nothing else of the command loads the SDK. */
@NullMarked
package io.payscope.cli.aws;

import org.jspecify.annotations.NullMarked;
