package io.payscope.vectors;

import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.pinecone.clients.Pinecone;
import io.pinecone.exceptions.PineconeAlreadyExistsException;
import io.pinecone.exceptions.PineconeException;
import io.pinecone.exceptions.PineconeNotFoundException;
import java.util.Map;
import java.util.Optional;
import org.openapitools.db_control.client.model.IndexModel;

/** The control plane: which indexes there are. Holds no connection. */
final class IndexDirectory {

    private static final String METRIC = "cosine";

    private final VectorSettings settings;
    private final Pinecone pinecone;

    IndexDirectory(VectorSettings settings) {
        this.settings = settings;
        Pinecone.Builder builder = new Pinecone.Builder(settings.apiKey()).withTlsEnabled(settings.tls());
        this.pinecone = (settings.host().isEmpty() ? builder : builder.withHost(settings.host())).build();
    }

    /**
     * The index.
     *
     * @throws ConfigFault if it is absent, or not of our dimension and metric
     * @throws TransientFault if it is not ready
     */
    IndexModel ready() {
        IndexModel index = find().orElseThrow(() ->
                new ConfigFault("vector index " + settings.index() + " does not exist: migrate-stores creates it"));
        if (!isReady(index)) {
            throw new TransientFault("vector index " + settings.index() + " is not ready: "
                    + index.getStatus().getState());
        }
        return index;
    }

    /** @return the index, checked for dimension and metric, or empty if there is none */
    Optional<IndexModel> find() {
        try {
            return Optional.of(checked(pinecone.describeIndex(settings.index())));
        } catch (PineconeNotFoundException e) {
            return Optional.empty();
        } catch (PineconeException e) {
            throw VectorFaults.of("describe index " + settings.index(), e);
        }
    }

    /** Creates the index; one that another caller created meanwhile is no error. */
    void create() {
        try {
            pinecone.createServerlessIndex(
                    settings.index(),
                    METRIC,
                    TwoEncoderEmbedder.DIMENSION,
                    settings.cloud(),
                    settings.region(),
                    "disabled",
                    Map.of());
        } catch (PineconeAlreadyExistsException e) {
            if (find().isEmpty()) {
                throw new TransientFault("vector index " + settings.index() + " appears and vanishes", e);
            }
        } catch (PineconeException e) {
            throw VectorFaults.of("create index " + settings.index(), e);
        }
    }

    static boolean isReady(IndexModel index) {
        return Boolean.TRUE.equals(index.getStatus().getReady());
    }

    private IndexModel checked(IndexModel index) {
        Integer dimension = index.getDimension();
        if (dimension == null || dimension != TwoEncoderEmbedder.DIMENSION || !METRIC.equals(index.getMetric())) {
            throw new ConfigFault("vector index %s: expected %d dimensions and metric %s, found %s and %s"
                    .formatted(settings.index(), TwoEncoderEmbedder.DIMENSION, METRIC, dimension, index.getMetric()));
        }
        return index;
    }
}
