package io.payscope.migratestores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.port.StoreMigration;
import io.payscope.core.port.StoreMigration.Applied;
import io.payscope.core.stage.MigrateStoresRequest;
import io.payscope.core.stage.MigrateStoresResult;
import org.junit.jupiter.api.Test;

class MigrateStoresTest {

    private static final MigrateStoresRequest REQUEST = new MigrateStoresRequest("test");

    @Test
    void tellsWhatEachStoreIsAt() {
        MigrateStores stage = new MigrateStores(
                () -> new Applied("2", 3), () -> new Applied("5.26", 6), () -> new Applied("payscope", 1));
        assertThat(stage.run(REQUEST)).isEqualTo(new MigrateStoresResult("2", 3, 6, "payscope"));
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
