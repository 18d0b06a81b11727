package io.payscope.learning.boost;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import io.payscope.learning.data.FeatureTable;
import io.payscope.learning.data.LabelledRows;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
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
            // Through buffers: a segment's own accessors are nothing that a native image has.
            LongBuffer addressValues = values(addresses).asLongBuffer();
            IntBuffer lengthValues = values(lengths).asIntBuffer();
            for (FeatureTable.Block block : blocks) {
                addressValues.put(block.floats().address());
                lengthValues.put(block.rows());
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
            NativeDataset dataset = new NativeDataset(values(out).getLong());
            try {
                dataset.setLabels(arena, rows.labels(from, to));
                return dataset;
            } catch (RuntimeException failure) {
                dataset.close();
                throw failure;
            }
        }
    }

    private static ByteBuffer values(MemorySegment segment) {
        return segment.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private void setLabels(Arena arena, boolean[] labels) {
        MemorySegment floats = arena.allocate(ValueLayout.JAVA_FLOAT, labels.length);
        FloatBuffer values = values(floats).asFloatBuffer();
        for (boolean label : labels) {
            values.put(label ? 1 : 0);
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
