package io.payscope.vectors;

/** Arithmetic of vectors of length 1. */
final class UnitVectors {

    private UnitVectors() {}

    /** @return the sum, which has the direction of the mean */
    static float[] sum(float[][] vectors) {
        float[] sum = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return sum;
    }

    /** @return a vector of the same direction and of length 1 */
    static float[] normalized(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        float[] unit = new float[vector.length];
        double length = Math.sqrt(squares);
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    /** @return both end to end, scaled by 1/sqrt(2), so that cosines are the mean of the parts' cosines */
    static float[] joined(float[] first, float[] second) {
        float scale = (float) Math.sqrt(0.5);
        float[] joined = new float[first.length + second.length];
        for (int i = 0; i < first.length; i++) {
            joined[i] = first[i] * scale;
        }
        for (int i = 0; i < second.length; i++) {
            joined[first.length + i] = second[i] * scale;
        }
        return joined;
    }
}
