package io.payscope.learning.boost;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.payscope.learning.data.FeatureTable;
import io.payscope.learning.data.LabelledRows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binned rows in the native library: 1 byte a value up to 255 bins, else 2. The rows are read where they lie, which
 * lightgbm4j's own class cannot do: it copies them value by value. Hence the calls to the layer below it.
 */
final class NativeDataset implements AutoCloseable {

    private final long handle;

    private NativeDataset(long handle) {
        this.handle = handle;
    }

    /**
     * Bins a range of rows.
     *
     * @param rows all rows
     * @param from first row
     * @param to row after the last
     * @param parameters as the library reads them
     * @param reference a data set whose bins are used, or null to find bins
     */
    static NativeDataset of(LabelledRows rows, int from, int to, String parameters, @Nullable NativeDataset reference) {
        List<FeatureTable.Block> blocks = rows.features().blocks(from, to);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment addresses = arena.allocate(ValueLayout.JAVA_LONG, blocks.size());
            MemorySegment lengths = arena.allocate(ValueLayout.JAVA_INT, blocks.size());
            for (int i = 0; i < blocks.size(); i++) {
                addresses.setAtIndex(
                        ValueLayout.JAVA_LONG, i, blocks.get(i).floats().address());
                lengths.setAtIndex(ValueLayout.JAVA_INT, i, blocks.get(i).rows());
            }
            MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG);
            NativeLibrary.check(
                    "LGBM_DatasetCreateFromMats",
                    lightgbmlibJNI.LGBM_DatasetCreateFromMats(
                            blocks.size(),
                            addresses.address(),
                            lightgbmlibConstants.C_API_DTYPE_FLOAT32,
                            lengths.address(),
                            rows.features().width(),
                            1,
                            parameters,
                            reference == null ? 0 : reference.handle,
                            out.address()));
            NativeDataset dataset = new NativeDataset(out.get(ValueLayout.JAVA_LONG, 0));
            try {
                dataset.setLabels(arena, rows.labels(from, to));
                return dataset;
            } catch (RuntimeException failure) {
                dataset.close();
                throw failure;
            }
        }
    }

    private void setLabels(Arena arena, boolean[] labels) {
        MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, labels.length);
        for (int i = 0; i < labels.length; i++) {
            floats.setAtIndex(ValueLayout.JAVA_FLOAT, i, labels[i] ? 1 : 0);
        }
        NativeLibrary.check(
                "LGBM_DatasetSetField",
                lightgbmlibJNI.LGBM_DatasetSetField(
                        handle, "label", floats.address(), labels.length, lightgbmlibConstants.C_API_DTYPE_FLOAT32));
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        NativeLibrary.check("LGBM_DatasetFree", lightgbmlibJNI.LGBM_DatasetFree(handle));
    }
}
