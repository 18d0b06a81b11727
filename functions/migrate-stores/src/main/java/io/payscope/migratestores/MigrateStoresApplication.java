package io.payscope.migratestores;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.port.StoreMigration;
import io.payscope.core.stage.MigrateStoresRequest;
import io.payscope.graph.GraphConnection;
import io.payscope.graph.GraphMigration;
import io.payscope.graph.GraphSettings;
import io.payscope.ledger.LedgerMigration;
import io.payscope.ledger.LedgerSettings;
import io.payscope.runtime.StageApplication;
import io.payscope.runtime.StageFunction;
import io.payscope.runtime.StageMain;
import io.payscope.vectors.VectorMigration;
import io.payscope.vectors.VectorSettings;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;

/** The migrate-stores Lambda. */
@StageApplication
class MigrateStoresApplication {

    /** Entry of the native image. */
    public static void main(String[] arguments) {
        StageMain.run(MigrateStoresApplication.class, arguments);
    }

    @Bean
    GraphConnection graph(Settings settings) {
        return GraphConnection.open(GraphSettings.from(settings));
    }

    @Bean
    Function<byte[], byte[]> migrateStores(GraphConnection graph, Settings settings) {
        GraphMigration constraints = new GraphMigration(graph);
        VectorMigration index = new VectorMigration(VectorSettings.from(settings));
        MigrateStores stage = new MigrateStores(
                new LedgerMigration(
                        LedgerSettings.ownerFrom(settings),
                        settings.get(Setting.LEDGER_USER),
                        LedgerSettings.from(settings).password()),
                () -> new StoreMigration.Applied("constraints", constraints.migrate()),
                () -> new StoreMigration.Applied(index.migrate(), 1));
        return new StageFunction<>("migrate-stores", MigrateStoresRequest.class, stage);
    }
}
