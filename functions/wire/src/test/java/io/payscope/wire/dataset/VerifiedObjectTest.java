package io.payscope.wire.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.payscope.core.fault.DataFault;
import io.payscope.wire.json.Hashes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VerifiedObjectTest {

    private static final byte[] BODY = "model".getBytes(StandardCharsets.UTF_8);

    private final InMemoryObjects objects = new InMemoryObjects();

    @Test
    void onlyTheObjectThatIsNamedIsRead() {
        objects.put("models/model.json", BODY, "application/json");

        assertThat(VerifiedObject.read(objects, "models/model.json", Hashes.sha256(BODY)))
                .isEqualTo(BODY);
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> VerifiedObject.read(objects, "models/model.json", Hashes.sha256("other")))
                .withMessageContaining("models/model.json")
                .withMessageContaining(Hashes.sha256(BODY));
        assertThatExceptionOfType(DataFault.class)
                .isThrownBy(() -> VerifiedObject.read(objects, "models/absent.json"))
                .withMessageContaining("payscope-test");
    }
}
