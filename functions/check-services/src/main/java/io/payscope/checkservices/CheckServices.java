package io.payscope.checkservices;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.Fault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.port.StoreProbe;
import io.payscope.core.stage.CheckServicesRequest;
import io.payscope.core.stage.CheckServicesResult;
import io.payscope.core.stage.CheckServicesResult.ServiceStatus;
import io.payscope.core.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Asks all stores at once, so that one answer names every store that fails. */
public final class CheckServices implements Stage<CheckServicesRequest, CheckServicesResult> {

    private final List<StoreProbe> probes;

    /**
     * Makes the stage.
     *
     * @param probes one a store
     */
    public CheckServices(List<StoreProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    @Override
    public CheckServicesResult run(CheckServicesRequest request) {
        List<ServiceStatus> answers = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> asked =
                    probes.stream().map(probe -> pool.submit(probe::probe)).toList();
            for (int i = 0; i < asked.size(); i++) {
                StoreProbe probe = probes.get(i);
                try {
                    answers.add(new ServiceStatus(probe.store(), asked.get(i).get()));
                } catch (ExecutionException e) {
                    failures.add(new Failure(probe, e.getCause()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFault("interrupted while the stores were asked", e);
        }
        if (!failures.isEmpty()) {
            throw together(failures);
        }
        return new CheckServicesResult(answers);
    }

    /** The first failure is the cause; a setting that is wrong is told before anything that a retry may cure. */
    private static Fault together(List<Failure> failures) {
        String message = failures.stream().map(Failure::toString).collect(Collectors.joining("; "));
        Throwable first = failures.getFirst().cause();
        Fault fault;
        if (failures.stream().anyMatch(failure -> failure.cause() instanceof ConfigFault)) {
            fault = new ConfigFault(message, first);
        } else if (failures.stream().allMatch(failure -> failure.cause() instanceof TransientFault)) {
            fault = new TransientFault(message, first);
        } else {
            fault = new BugFault(message, first);
        }
        failures.stream().skip(1).map(Failure::cause).forEach(fault::addSuppressed);
        return fault;
    }

    private record Failure(StoreProbe probe, Throwable cause) {

        @Override
        public String toString() {
            return probe.store() + ": " + cause.getMessage();
        }
    }
}
