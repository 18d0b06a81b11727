package io.payscope.core.port;

import java.util.List;

/** Turns texts into vectors of one fixed dimension. */
public interface Embedder {

    /** @return components of every vector */
    int dimension();

    /** @return one unit-length vector a text, in the order of the texts */
    List<float[]> embed(List<String> texts);
}
