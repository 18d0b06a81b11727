/** JSON values as the engine holds them: plain maps, lists, texts, numbers and truth values. */
@NullMarked
package io.payscope.runner.asl.json;

import org.jspecify.annotations.NullMarked;
