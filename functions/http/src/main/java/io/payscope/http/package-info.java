/** What every API function shares: routes and their policy, typed calls and answers, problem details and limits. */
@NullMarked
package io.payscope.http;

import org.jspecify.annotations.NullMarked;
