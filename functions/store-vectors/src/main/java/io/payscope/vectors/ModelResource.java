package io.payscope.vectors;

import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of a model that is shipped on the class path. */
final class ModelResource {

    private ModelResource() {}

    /**
     * Opens it; the caller closes it.
     *
     * @throws ConfigFault if the jar with the model is not on the class path
     */
    static InputStream open(String resource) {
        InputStream in = ModelResource.class.getResourceAsStream("/" + resource);
        if (in == null) {
            throw new ConfigFault("model file " + resource + " is not on the class path");
        }
        return in;
    }

    /** Copies it to a temporary file, which the caller deletes. */
    static Path toTemporaryFile(String resource) {
        try (InputStream in = open(resource)) {
            Path file = Files.createTempFile("payscope-model-", ".onnx");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new ConfigFault("cannot unpack model file " + resource + " to the temporary directory", e);
        }
    }

    /** Deletes what {@link #toTemporaryFile} left. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
