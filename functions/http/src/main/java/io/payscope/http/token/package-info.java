/** Who speaks: bearer tokens, the issuer's keys, and what a verified token says. */
@NullMarked
package io.payscope.http.token;

import org.jspecify.annotations.NullMarked;
