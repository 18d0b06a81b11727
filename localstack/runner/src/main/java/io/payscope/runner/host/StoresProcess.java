package io.payscope.runner.host;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.TransientFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The stores, in a process of their own. It ends when this process does, even when that is killed: its standard input
 * is a pipe from here, and it stops at the end of it.
 */
public final class StoresProcess implements Stores {

    private static final int STOP_SECONDS = 30;
    private static final String READY = "READY";

    private final Process process;
    private final StoreEndpoints endpoints;

    private StoresProcess(Process process, StoreEndpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    /**
     * Starts the stores and waits until all are ready.
     *
     * @param home where the built stores module is
     * @param state folder that keeps their data
     * @param ports fixed ports, or {@link StorePorts#ANY}
     * @throws ConfigFault if they cannot start; their own message has been printed
     */
    public static StoresProcess start(Home home, Path state, StorePorts ports) {
        List<String> command = new ArrayList<>(List.of(
                Home.java().toString(),
                "@" + home.stores().resolve("jvm.options"),
                "-cp",
                home.storesClassPath(),
                "io.payscope.stores.StoresMain",
                "--state",
                state.toString()));
        command.addAll(ports.arguments());
        try {
            Files.createDirectories(state);
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            awaitReady(process);
            return new StoresProcess(process, StoreEndpoints.read(state.resolve("endpoints.json")));
        } catch (IOException e) {
            throw new ConfigFault("cannot start the stores in " + state, e);
        }
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.equals(READY)) {
                return;
            }
        }
        throw new ConfigFault("the stores did not start: see the message above");
    }

    /** @return where they are */
    public StoreEndpoints endpoints() {
        return endpoints;
    }

    @Override
    public Map<Setting, String> settings() {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        endpoints.addTo(settings);
        return settings;
    }

    /** @return process id of the stores */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new TransientFault("the stores did not stop within " + STOP_SECONDS + " s");
            }
        } catch (IOException e) {
            throw new TransientFault("cannot reach the stores to stop them", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
