/** What is known about each bank's source: files, columns, mapping, rules, sampling and what can be learned. */
@NullMarked
package io.payscope.datasets.catalog;

import org.jspecify.annotations.NullMarked;
