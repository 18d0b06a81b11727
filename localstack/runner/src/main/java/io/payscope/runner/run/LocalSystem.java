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
import io.payscope.runner.host.ExternalStores;
import io.payscope.runner.host.FunctionHost;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StageName;
import io.payscope.runner.host.StoreAddress;
import io.payscope.runner.host.StoreEndpoints;
import io.payscope.runner.host.StorePorts;
import io.payscope.runner.host.Stores;
import io.payscope.runner.host.StoresProcess;
import io.payscope.runner.http.HttpFront;
import io.payscope.runner.http.LocalIssuer;
import io.payscope.wire.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Everything that stands in for AWS on this machine: stores, functions, state machines and the HTTP front. */
public final class LocalSystem implements AutoCloseable {

    private final Stores stores;
    private final S3ObjectStore objects;
    private final StageMeter meter;
    private final LocalStateMachines machines;
    private final HttpFront front;
    private final Functions functions;

    private LocalSystem(
            Stores stores,
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

    /**
     * Starts everything, with stores of its own and the functions in this process, and migrates the stores.
     *
     * @param home the checkout
     * @param out the folder that keeps the state
     * @param ports of the stores
     * @param apiPort of the HTTP front, 0 for any
     * @param listener told of every function call
     * @throws ConfigFault if a port is in use or a store cannot start
     */
    public static LocalSystem start(
            Home home, OutFolder out, StorePorts ports, int apiPort, Consumer<StageCall> listener) {
        return start(home, StoresProcess.start(home, out.state(), ports), apiPort, listener, FunctionHost::new);
    }

    /**
     * Starts everything but the stores, and migrates them where the settings name their owner.
     *
     * @param home the checkout
     * @param stores what the functions work on; closed with the system, or if it does not start
     * @param apiPort of the HTTP front, 0 for any
     * @param listener told of every function call
     * @param maker where the functions run
     * @throws ConfigFault if a port is in use, or a store that runs elsewhere does not answer
     */
    public static LocalSystem start(
            Home home, Stores stores, int apiPort, Consumer<StageCall> listener, Functions.Maker maker) {
        try {
            Map<Setting, String> settings = settings(stores);
            S3ObjectStore objects = S3ObjectStore.open(ObjectSettings.from(asEnvironment(settings)));
            Functions functions = maker.make(settings);
            StageMeter meter = new StageMeter(functions, listener);
            HttpFront front = front(apiPort, functions);
            functions.set(Setting.JWKS_URL, front.keysUrl());
            LocalStateMachines machines = new LocalStateMachines(home, objects, meter);
            if (settings.containsKey(Setting.LEDGER_OWNER_USER)) {
                meter.invoke(StageName.MIGRATE_STORES, JsonCodec.encode(new MigrateStoresRequest("local")));
            }
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

    /**
     * Over its own stores each start is a new incarnation: the claims of an earlier, killed runner are dead at once.
     * Stores that run elsewhere may have other users, whose claims only time ends.
     */
    private static Map<Setting, String> settings(Stores stores) {
        Map<Setting, String> settings = stores.settings();
        switch (stores) {
            case StoresProcess _ ->
                settings.put(Setting.INCARNATION, UUID.randomUUID().toString());
            case ExternalStores external -> external.requireAnswers();
        }
        return settings;
    }

    /** @return the bucket */
    public S3ObjectStore objects() {
        return objects;
    }

    /**
     * Where the embedded stores are.
     *
     * @throws ConfigFault if the stores run elsewhere
     */
    public StoreEndpoints endpoints() {
        return switch (stores) {
            case StoresProcess embedded -> embedded.endpoints();
            case ExternalStores _ -> throw new ConfigFault("the stores run elsewhere: see their settings");
        };
    }

    /** @return addresses of the stores if they run elsewhere, or empty if they are embedded */
    public Optional<List<StoreAddress>> external() {
        return switch (stores) {
            case StoresProcess _ -> Optional.empty();
            case ExternalStores external -> Optional.of(external.addresses());
        };
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

    /** Tells the functions, which read it when they start, where they start the pipeline. */
    public void announceStates(URI endpoint) {
        functions.set(Setting.STATES_ENDPOINT, endpoint.toString());
        functions.set(Setting.PIPELINE_ARN, StateMachines.arnOf(LocalStateMachines.PIPELINE));
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
