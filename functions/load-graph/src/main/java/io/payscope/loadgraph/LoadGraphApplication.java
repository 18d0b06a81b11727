package io.payscope.loadgraph;

import io.payscope.core.config.Settings;
import io.payscope.core.stage.LoadPartRequest;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphLoader;
import io.payscope.graph.GraphSettings;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.dataset.Receipts;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The load-graph Lambda. */
@StageApplication
class LoadGraphApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(LoadGraphApplication.class, arguments);
    }

    @Bean
    S3ObjectStore objects(Settings settings) {
        return S3ObjectStore.open(ObjectSettings.from(settings));
    }

    @Bean
    GraphConnection graph(Settings settings) {
        return GraphConnection.open(GraphSettings.from(settings));
    }

    @Bean
    Function<byte[], byte[]> loadGraph(S3ObjectStore objects, GraphConnection graph) {
        return new StageFunction<>(
                "load-graph",
                LoadPartRequest.class,
                new LoadGraph(new Manifests(objects), new GraphLoader(graph), new Receipts(objects)));
    }
}
