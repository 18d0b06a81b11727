package io.payscope.runner.isolated;

import io.payscope.core.config.Setting;
import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.ConfigFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.runner.host.Functions;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * Runs each function in processes of its own, from its zip. A process is started when a call finds none of its function
 * free, and then kept; at most so many calls run at once as the machine has room for.
 */
public final class IsolatedFunctions implements Functions {

    private final Path zips;
    private final Path folder;
    private final Path logs;
    private final Map<String, String> environment = new HashMap<>();
    private final boolean nativeZips;
    private final Semaphore room;
    private final ColdStartLog coldStarts;
    private int started;
    private final Map<StageName, FunctionPackage> packages = new EnumMap<>(StageName.class);
    private final Map<StageName, Deque<FunctionProcess>> free = new EnumMap<>(StageName.class);

    /**
     * Creates a host.
     *
     * @param functions the folder {@code functions} of a checkout where the zips are built
     * @param folder takes unpacked zips and the functions' temporary files
     * @param logs takes what the functions print, a file for each, and {@code cold-starts.csv}
     * @param settings what the functions find in their environment
     * @param nativeZips whether a function runs from its native zip where that is built
     * @param atOnce calls at the same time, at most
     */
    public IsolatedFunctions(
            Path functions, Path folder, Path logs, Map<Setting, String> settings, boolean nativeZips, int atOnce) {
        this.zips = functions;
        this.folder = folder;
        this.logs = logs;
        this.nativeZips = nativeZips;
        this.coldStarts = new ColdStartLog(logs.resolve("cold-starts.csv"));
        settings.forEach(this::set);
        this.room = new Semaphore(atOnce);
    }

    @Override
    public synchronized void set(Setting setting, String value) {
        environment.put(setting.variable(), value);
    }

    @Override
    public byte[] invoke(StageName stage, byte[] event) {
        room.acquireUninterruptibly();
        try {
            FunctionProcess process = take(stage);
            try {
                return process.call(event, FunctionSize.of(stage).seconds());
            } finally {
                coldStarts.note(stage, process);
                giveBack(stage, process);
            }
        } catch (FunctionError error) {
            throw known(error);
        } finally {
            room.release();
        }
    }

    /** The four faults under which functions fail come back as themselves; anything else stays what it is. */
    private static RuntimeException known(FunctionError error) {
        String message = String.valueOf(error.getMessage());
        return switch (error.simpleType()) {
            case "TransientFault" -> new TransientFault(message, error);
            case "DataFault" -> new DataFault(message, error);
            case "ConfigFault" -> new ConfigFault(message, error);
            case "BugFault" -> new BugFault(message, error);
            default -> error;
        };
    }

    private synchronized FunctionProcess take(StageName stage) {
        FunctionProcess process =
                free.computeIfAbsent(stage, _ -> new ArrayDeque<>()).poll();
        return process != null && process.isAlive() ? process : start(stage);
    }

    private synchronized void giveBack(StageName stage, FunctionProcess process) {
        if (process.isAlive()) {
            free.computeIfAbsent(stage, _ -> new ArrayDeque<>()).push(process);
        } else {
            process.close();
        }
    }

    /** Each process has temporary files of its own: a library that is unpacked under one name is not shared. */
    private FunctionProcess start(StageName stage) {
        FunctionPackage unpacked = packages.computeIfAbsent(stage, this::unpack);
        FunctionSize size = FunctionSize.of(stage);
        Path temporary = folder.resolve("tmp").resolve(stage.function() + "-" + ++started);
        List<String> command = unpacked.command(
                size.heapMegabytes(), List.of("-Dspring.aot.enabled=true", "-Djava.io.tmpdir=" + temporary));
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new ConfigFault("cannot make " + temporary, e);
        }
        return FunctionProcess.start(
                unpacked, command, environment, size.memoryMegabytes(), logs.resolve(stage.function() + ".log"));
    }

    private FunctionPackage unpack(StageName stage) {
        Path target = zips.resolve(stage.function()).resolve("target");
        Path nativeZip = target.resolve(stage.function() + "-native.zip");
        Path zip = nativeZips && Files.exists(nativeZip) ? nativeZip : target.resolve(stage.function() + ".zip");
        return FunctionPackage.unpack(stage, zip, folder.resolve(stage.function()));
    }

    /** Ends every process that is not in a call. */
    @Override
    public synchronized void close() {
        free.values().forEach(processes -> processes.forEach(FunctionProcess::close));
        free.clear();
    }
}
