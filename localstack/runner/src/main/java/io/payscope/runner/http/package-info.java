/** The HTTP front: API Gateway's event shape before the api functions, and the keys of the local token issuer. */
@NullMarked
package io.payscope.runner.http;

import org.jspecify.annotations.NullMarked;
