package io.payscope.wire.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.TransientFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.LoadedVectors;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static final BankId BANK = new BankId(3);

    private final InMemoryObjects objects = new InMemoryObjects();

    /** The objects as they look when every one of them is removed after it was listed. */
    private ObjectStore removedAfterListing() {
        return (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(),
                new Class<?>[] {ObjectStore.class},
                (_, method, arguments) ->
                        method.getName().equals("find") ? Optional.empty() : method.invoke(objects, arguments));
    }

    @Test
    void ofLoadsOfTheSameMomentTheGreaterKeyIsTheLatest() {
        Receipts receipts = new Receipts(objects);
        receipts.write(new LoadedVectors(BANK, "b", 2));
        receipts.write(new LoadedVectors(BANK, "a", 1));
        assertThat(receipts.latestVectors(BANK)).contains(new LoadedVectors(BANK, "b", 2));
    }

    @Test
    void aReceiptThatIsRemovedWhileItIsReadIsNamed() {
        new Receipts(objects).write(new CompletedUpload(BANK, "u", 1, 1, 1, 1));
        assertThat(new Receipts(objects).completed(BANK)).hasSize(1);
        assertThatThrownBy(() -> new Receipts(removedAfterListing()).completed(BANK))
                .isInstanceOf(TransientFault.class)
                .hasMessageContaining("receipts/bank=3/upload=u/completed.json");
    }
}
