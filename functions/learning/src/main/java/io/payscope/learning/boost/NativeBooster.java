package io.payscope.learning.boost;

import com.microsoft.ml.lightgbm.lightgbmlibConstants;
import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** A model in training in the native library. For one thread at a time. */
final class NativeBooster implements AutoCloseable {

    private static final int VALIDATION = 1;
    private static final long TEXT_BUFFER_BYTES = 1 << 20;

    private final long handle;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment integer = arena.allocate(ValueLayout.JAVA_LONG);
    private final MemorySegment predictions;
    private final ByteBuffer integerValue = integer.asByteBuffer().order(ByteOrder.nativeOrder());
    private final DoubleBuffer predictionValues;
    private final int validationRows;

    /**
     * Starts training.
     *
     * @param train binned rows to learn from
     * @param validation binned rows to predict after each round
     * @param validationRows how many
     * @param parameters as the library reads them
     */
    NativeBooster(NativeDataset train, NativeDataset validation, int validationRows, String parameters) {
        this.validationRows = validationRows;
        this.predictions = arena.allocate(ValueLayout.JAVA_DOUBLE, validationRows);
        this.predictionValues =
                predictions.asByteBuffer().order(ByteOrder.nativeOrder()).asDoubleBuffer();
        NativeLibrary.check(
                "LGBM_BoosterCreate", lightgbmlibJNI.LGBM_BoosterCreate(train.handle(), parameters, integer.address()));
        this.handle = integerValue.getLong(0);
        NativeLibrary.check(
                "LGBM_BoosterAddValidData", lightgbmlibJNI.LGBM_BoosterAddValidData(handle, validation.handle()));
    }

    /** @return false if no tree could be added because no split is worth it */
    boolean addTree() {
        NativeLibrary.check(
                "LGBM_BoosterUpdateOneIter", lightgbmlibJNI.LGBM_BoosterUpdateOneIter(handle, integer.address()));
        return integerValue.getInt(0) == 0;
    }

    /** @param target receives the probability of each validation row */
    void predictValidation(double[] target) {
        NativeLibrary.check(
                "LGBM_BoosterGetPredict",
                lightgbmlibJNI.LGBM_BoosterGetPredict(handle, VALIDATION, integer.address(), predictions.address()));
        predictionValues.get(0, target, 0, validationRows);
    }

    /** @return the first trees in LightGBM's text form */
    String text(int trees) {
        return lightgbmlibJNI.LGBM_BoosterSaveModelToStringSWIG(
                handle,
                0,
                trees,
                lightgbmlibConstants.C_API_FEATURE_IMPORTANCE_GAIN,
                TEXT_BUFFER_BYTES,
                integer.address());
    }

    @Override
    public void close() {
        arena.close();
        NativeLibrary.check("LGBM_BoosterFree", lightgbmlibJNI.LGBM_BoosterFree(handle));
    }
}
