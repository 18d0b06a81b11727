/** The admin function behind API Gateway: what its routes answer. Who may ask is the HTTP library's to decide. */
@NullMarked
package io.payscope.apiadmin;

import org.jspecify.annotations.NullMarked;
