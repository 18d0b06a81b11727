package io.payscope.runner.run;

import io.payscope.core.config.Setting;
import io.payscope.core.config.Settings;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.stage.MigrateStoresRequest;
import io.payscope.objects.ObjectSettings;
import io.payscope.objects.S3ObjectStore;
import io.payscope.runner.asl.Execution;
import io.payscope.runner.asl.ExecutionService;
import io.payscope.runner.asl.StateMachines;
import io.payscope.runner.host.FunctionHost;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StageName;
import io.payscope.runner.host.StoreEndpoints;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.http.HttpFront;
import io.payscope.runner.http.LocalIssuer;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that stands in for AWS on this machine: stores, functions, state machines and the HTTP front. */
public final class LocalSystem implements AutoCloseable {

    private final StoresProcess stores;
    private final S3ObjectStore objects;
    private final StageMeter meter;
    private final LocalStateMachines machines;
    private final HttpFront front;
    private final Functions functions;

    private LocalSystem(
            StoresProcess stores,
            S3ObjectStore objects,
            StageMeter meter,
            LocalStateMachines machines,
            HttpFront front,
            Functions functions) {
        this.stores = stores;
        this.objects = objects;
        this.meter = meter;
        this.machines = machines;
        this.front = front;
        this.functions = functions;
    }

    /** Starts everything, with the functions in this process: see the other {@code start}. */
    public static LocalSystem start(
            Home home, OutFolder out, StorePorts ports, int apiPort, Consumer<StageCall> listener) {
        return start(home, out, ports, apiPort, listener, FunctionHost::new);
    }

    /**
     * Starts everything and migrates the stores.
     *
     * @param home the checkout
     * @param out the folder that keeps the state
     * @param ports of the stores
     * @param apiPort of the HTTP front, 0 for any
     * @param listener told of every function call
     * @param maker where the functions run
     * @throws ConfigFault if a port is in use or a store cannot start
     */
    public static LocalSystem start(
            Home home,
            OutFolder out,
            StorePorts ports,
            int apiPort,
            Consumer<StageCall> listener,
            Functions.Maker maker) {
        StoresProcess stores = StoresProcess.start(home, out.state(), ports);
        try {
            Map<Setting, String> settings = settings(stores.endpoints());
            S3ObjectStore objects = S3ObjectStore.open(ObjectSettings.from(asEnvironment(settings)));
            Functions functions = maker.make(settings);
            StageMeter meter = new StageMeter(functions, listener);
            HttpFront front = front(apiPort, functions);
            functions.set(Setting.JWKS_URL, front.keysUrl());
            LocalStateMachines machines = new LocalStateMachines(home, objects, meter);
            meter.invoke(StageName.MIGRATE_STORES, JsonCodec.encode(new MigrateStoresRequest("local")));
            return new LocalSystem(stores, objects, meter, machines, front, functions);
        } catch (RuntimeException | Error failure) {
            stores.close();
            throw failure;
        }
    }

    private static HttpFront front(int port, Functions functions) {
        try {
            return new HttpFront(port, functions, LocalIssuer.ofMachine());
        } catch (IOException e) {
            throw new ConfigFault("the API cannot listen on port " + port + ": give another --api-port", e);
        }
    }

    private static Settings asEnvironment(Map<Setting, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((setting, value) -> environment.put(setting.variable(), value));
        return Settings.of(environment);
    }

    /** Each start is a new incarnation: the claims of an earlier, killed runner are dead at once. */
    private static Map<Setting, String> settings(StoreEndpoints stores) {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        stores.addTo(settings);
        settings.put(Setting.INCARNATION, UUID.randomUUID().toString());
        return settings;
    }

    /** @return the bucket */
    public S3ObjectStore objects() {
        return objects;
    }

    /** @return where the stores are */
    public StoreEndpoints endpoints() {
        return stores.endpoints();
    }

    /** @return base URL of the HTTP front */
    public String apiUrl() {
        return front.url();
    }

    /** @return the registered state machines */
    public StateMachines stateMachines() {
        return machines.machines();
    }

    /** @return the executions of the state machines */
    public ExecutionService executions() {
        return machines.executions();
    }

    /** Starts the pipeline. */
    Execution startPipeline(byte[] input) {
        return machines.start(LocalStateMachines.PIPELINE, input);
    }

    /** Starts an ingest, as the upload trigger does. */
    public Execution startIngest(byte[] event) {
        return machines.start(LocalStateMachines.INGEST, event);
    }

    /** @return every function call so far */
    List<StageCall> calls() {
        return meter.calls();
    }

    @Override
    public void close() {
        front.close();
        machines.close();
        functions.close();
        objects.close();
        stores.close();
    }
}
