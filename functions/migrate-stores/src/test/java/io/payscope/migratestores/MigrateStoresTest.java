package io.payscope.migratestores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreMigration;
import io.payscope.core.port.StoreMigration.Applied;
import io.payscope.core.stage.MigrateStoresRequest;
import io.payscope.core.stage.MigrateStoresResult;
import io.payscope.core.stage.Stage;
import io.payscope.runtime.StageFunction;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MigrateStoresTest {

    private static final MigrateStoresRequest REQUEST = new MigrateStoresRequest("test");

    @Test
    void tellsWhatEachStoreIsAt() {
        MigrateStores stage = new MigrateStores(
                () -> new Applied("2", 3), () -> new Applied("5.26", 6), () -> new Applied("payscope", 1));
        assertThat(stage.run(REQUEST)).isEqualTo(new MigrateStoresResult("2", 3, 6, "payscope"));
    }

    /** CDK's trigger calls without a payload, which Lambda hands to the function as an empty object. */
    @Test
    void takesWhatADeploymentSends() {
        Stage<MigrateStoresRequest, MigrateStoresResult> stage = new MigrateStores(
                () -> new Applied("2", 3), () -> new Applied("5.26", 6), () -> new Applied("payscope", 1));
        byte[] answer = new StageFunction<>("migrate-stores", MigrateStoresRequest.class, stage)
                .apply("{}".getBytes(StandardCharsets.UTF_8));

        assertThat(JsonCodec.decode(answer, MigrateStoresResult.class))
                .isEqualTo(new MigrateStoresResult("2", 3, 6, "payscope"));
    }

    @Test
    void aStoreThatRefusesEndsIt() {
        StoreMigration refusing = () -> {
            throw new ConfigFault("no permission");
        };
        StoreMigration notReached = () -> {
            throw new BugFault("migrated after a refusal");
        };
        assertThatExceptionOfType(ConfigFault.class)
                .isThrownBy(() -> new MigrateStores(refusing, notReached, notReached).run(REQUEST))
                .withMessage("no permission");
    }
}
