package io.payscope.stores.pinecone;

import java.util.AbstractList;
import java.util.List;

/** Moves vectors between the lists of the protocol and arrays. */
final class Floats {

    private Floats() {}

    static float[] array(List<Float> list) {
        float[] array = new float[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    /** @return the array as a list that shares its memory */
    static List<Float> list(float[] array) {
        return new AbstractList<>() {
            @Override
            public Float get(int i) {
                return array[i];
            }

            @Override
            public int size() {
                return array.length;
            }
        };
    }
}
