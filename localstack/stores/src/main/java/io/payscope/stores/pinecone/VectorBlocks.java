package io.payscope.stores.pinecone;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of floats in blocks of contiguous memory, so that growing copies nothing and a scan reads memory in order.
 * Memory: 4 bytes per component, at most one block of 256 rows more than needed.
 */
final class VectorBlocks {

    private static final int BLOCK_ROWS = 256;

    private final int dimension;
    private final List<float[]> blocks = new ArrayList<>();
    private final List<double[]> lengths = new ArrayList<>();

    VectorBlocks(int dimension) {
        this.dimension = dimension;
    }

    /** Writes a row; the first row past the last makes room. */
    void set(int row, float[] values) {
        if (row / BLOCK_ROWS == blocks.size()) {
            blocks.add(new float[BLOCK_ROWS * dimension]);
            lengths.add(new double[BLOCK_ROWS]);
        }
        System.arraycopy(values, 0, blocks.get(row / BLOCK_ROWS), offset(row), dimension);
        lengths.get(row / BLOCK_ROWS)[row % BLOCK_ROWS] = length(values);
    }

    /** @return a copy of the row */
    float[] get(int row) {
        float[] values = new float[dimension];
        System.arraycopy(blocks.get(row / BLOCK_ROWS), offset(row), values, 0, dimension);
        return values;
    }

    /** Gives back blocks that hold none of the first {@code rows} rows. */
    void shrinkTo(int rows) {
        int needed = (rows + BLOCK_ROWS - 1) / BLOCK_ROWS;
        while (blocks.size() > needed) {
            blocks.removeLast();
            lengths.removeLast();
        }
    }

    /** @return Euclidean length of the row */
    double length(int row) {
        return lengths.get(row / BLOCK_ROWS)[row % BLOCK_ROWS];
    }

    /** @return Euclidean length of a vector */
    static double length(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        return Math.sqrt(squares);
    }

    /** @return scalar product of the row and a vector of the same dimension */
    double dot(int row, float[] vector) {
        float[] block = blocks.get(row / BLOCK_ROWS);
        int offset = offset(row);
        // Four independent sums, because one would make every addition wait for the one before.
        float sum0 = 0;
        float sum1 = 0;
        float sum2 = 0;
        float sum3 = 0;
        int i = 0;
        for (; i + 3 < dimension; i += 4) {
            sum0 += block[offset + i] * vector[i];
            sum1 += block[offset + i + 1] * vector[i + 1];
            sum2 += block[offset + i + 2] * vector[i + 2];
            sum3 += block[offset + i + 3] * vector[i + 3];
        }
        for (; i < dimension; i++) {
            sum0 += block[offset + i] * vector[i];
        }
        return (double) sum0 + sum1 + sum2 + sum3;
    }

    private int offset(int row) {
        return row % BLOCK_ROWS * dimension;
    }
}
