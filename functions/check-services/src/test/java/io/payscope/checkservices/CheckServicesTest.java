package io.payscope.checkservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.CheckServicesRequest;
import io.payscope.core.stage.CheckServicesResult.ServiceStatus;
import io.payscope.core.stage.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CheckServicesTest {

    private static final CheckServicesRequest REQUEST = new CheckServicesRequest("run-1");

    private record Answer(Store store, Supplier<String> answer) implements StoreProbe {

        @Override
        public String probe() {
            return answer.get();
        }
    }

    private static StoreProbe up(Store store) {
        return new Answer(store, () -> store + " 1.0");
    }

    private static StoreProbe down(Store store, RuntimeException failure) {
        return new Answer(store, () -> {
            throw failure;
        });
    }

    @Test
    void everyStoreAnswersInOrder() {
        List<StoreProbe> probes = List.of(up(Store.OBJECTS), up(Store.LEDGER), up(Store.GRAPH), up(Store.VECTORS));
        assertThat(new CheckServices(probes).run(REQUEST).services())
                .containsExactly(
                        new ServiceStatus(Store.OBJECTS, "OBJECTS 1.0"),
                        new ServiceStatus(Store.LEDGER, "LEDGER 1.0"),
                        new ServiceStatus(Store.GRAPH, "GRAPH 1.0"),
                        new ServiceStatus(Store.VECTORS, "VECTORS 1.0"));
    }

    @Test
    void storesAreAskedAtOnce() {
        CountDownLatch all = new CountDownLatch(Store.values().length);
        List<StoreProbe> probes = new ArrayList<>();
        for (Store store : Store.values()) {
            probes.add(new Answer(store, () -> {
                all.countDown();
                try {
                    return String.valueOf(all.await(10, TimeUnit.SECONDS));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        assertThat(new CheckServices(probes).run(REQUEST).services())
                .extracting(ServiceStatus::detail)
                .containsOnly("true");
    }

    @Test
    void allFailingStoresAreNamedAndARetryMayHelp() {
        TransientFault first = new TransientFault("no answer");
        assertThatThrownBy(() -> new CheckServices(List.of(
                                up(Store.OBJECTS),
                                down(Store.GRAPH, first),
                                down(Store.VECTORS, new TransientFault("asleep"))))
                        .run(REQUEST))
                .isInstanceOf(TransientFault.class)
                .hasMessage("GRAPH: no answer; VECTORS: asleep")
                .hasCause(first);
    }

    @Test
    void aWrongSettingIsToldBeforeWhatARetryMayCure() {
        assertThatThrownBy(() -> new CheckServices(List.of(
                                down(Store.LEDGER, new TransientFault("no answer")),
                                down(Store.GRAPH, new ConfigFault("not migrated"))))
                        .run(REQUEST))
                .isInstanceOf(ConfigFault.class)
                .hasMessage("LEDGER: no answer; GRAPH: not migrated");
    }

    @Test
    void anythingElseIsADefect() {
        assertThatThrownBy(() ->
                        new CheckServices(List.of(down(Store.LEDGER, new IllegalStateException("odd")))).run(REQUEST))
                .isInstanceOf(BugFault.class)
                .hasMessage("LEDGER: odd");
    }
}
