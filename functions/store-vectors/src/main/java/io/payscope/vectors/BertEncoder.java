package io.payscope.vectors;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One BERT model in ONNX form. A text goes through by itself, never padded into a batch: the quantised models scale by
 * the largest activation of a batch, so a text's vector would depend on its neighbours. Thread-safe; each call uses the
 * calling thread only.
 */
final class BertEncoder implements AutoCloseable {

    /** How the token vectors of a text become its vector. */
    enum Pooling {
        /** Their mean. */
        MEAN,
        /** The first one. */
        FIRST
    }

    private final String resource;
    private final Pooling pooling;
    private final OrtEnvironment environment;
    private final OrtSession session;

    private BertEncoder(String resource, Pooling pooling, OrtEnvironment environment, OrtSession session) {
        this.resource = resource;
        this.pooling = pooling;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads a model from the class path, through a file: a model handed over as bytes stays on the heap as garbage.
     *
     * @throws ConfigFault if the model or the native library cannot be loaded
     */
    static BertEncoder load(String resource, Pooling pooling) {
        Path file = ModelResource.toTemporaryFile(resource);
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new BertEncoder(resource, pooling, environment, open(environment, file));
        } catch (OrtException | LinkageError e) {
            throw new ConfigFault("cannot load model " + resource, e);
        } finally {
            ModelResource.delete(file);
        }
    }

    private static OrtSession open(OrtEnvironment environment, Path file) throws OrtException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena keeps the largest buffers ever used for good; without it nothing is slower by measure.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return environment.createSession(file.toString(), options);
        }
    }

    /** @return the text's vector, of length 1 */
    float[] encode(long[] tokens) {
        long[] ones = new long[tokens.length];
        Arrays.fill(ones, 1);
        Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            inputs.put("input_ids", tensor(tokens));
            inputs.put("attention_mask", tensor(ones));
            inputs.put("token_type_ids", tensor(new long[tokens.length]));
            try (OrtSession.Result result = session.run(inputs)) {
                return pool(((float[][][]) result.get(0).getValue())[0]);
            }
        } catch (OrtException e) {
            throw new BugFault("model " + resource + " failed on " + tokens.length + " tokens", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {values});
    }

    private float[] pool(float[][] tokenVectors) {
        return UnitVectors.normalized(
                switch (pooling) {
                    case FIRST -> tokenVectors[0];
                    case MEAN -> UnitVectors.sum(tokenVectors);
                });
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new BugFault("cannot release model " + resource, e);
        }
    }
}
