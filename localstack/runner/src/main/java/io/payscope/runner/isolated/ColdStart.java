package io.payscope.runner.isolated;

import io.payscope.core.fault.ConfigFault;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Measures what a function needs from the start of its process to its first answer, which here is a refusal. */
public final class ColdStart {

    private static final byte[] EVENT = "{}".getBytes(StandardCharsets.UTF_8);
    private static final long LONGEST_SECONDS = 300;
    private static final long CACHE_SECONDS = 300;
    private static final String AHEAD_OF_TIME = "-Dspring.aot.enabled=true";

    private final Path folder;
    private final Map<String, String> environment;

    /**
     * Creates the measurement.
     *
     * @param folder for unpacked zips, caches and logs
     * @param environment variables of the functions
     */
    public ColdStart(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /** Ways to start a function. */
    public enum Mode {
        /** Java, context read from annotations. */
        JVM_PLAIN,
        /** Java with an ahead-of-time cache and the context made ahead of time. */
        JVM_CACHES,
        /** The native image. */
        NATIVE
    }

    /**
     * Starts a function once.
     *
     * @param zip for Java, or the native one for {@link Mode#NATIVE}
     */
    public ProcessUse measure(StageName stage, Mode mode, Path zip) {
        Path home = folder.resolve(stage.function() + "-" + mode);
        FunctionPackage unpacked = Files.exists(home)
                ? new FunctionPackage(stage, home, mode == Mode.NATIVE)
                : FunctionPackage.unpack(stage, zip, home);
        int heap = FunctionSize.of(stage).heapMegabytes();
        return switch (mode) {
            case JVM_PLAIN, NATIVE -> start(unpacked, unpacked.command(heap, List.of()));
            case JVM_CACHES -> start(unpacked, cached(unpacked, heap));
        };
    }

    private List<String> cached(FunctionPackage unpacked, int heap) {
        Path cache = unpacked.folder().resolveSibling(unpacked.folder().getFileName() + ".aot");
        Path jar = unpacked.folder().resolveSibling(unpacked.folder().getFileName() + ".jar");
        if (!Files.exists(cache)) {
            pack(unpacked.folder(), jar);
            train(
                    unpacked,
                    unpacked.cacheableCommand(heap, List.of(AHEAD_OF_TIME, "-XX:AOTCacheOutput=" + cache), jar));
        }
        return unpacked.cacheableCommand(heap, List.of(AHEAD_OF_TIME, "-XX:AOTCache=" + cache), jar);
    }

    /** Runs once and ends, which writes the cache. */
    private void train(FunctionPackage unpacked, List<String> command) {
        try (FunctionProcess process = process(unpacked, command)) {
            answer(process);
            process.handle().destroy();
            process.handle().onExit().orTimeout(CACHE_SECONDS, TimeUnit.SECONDS).join();
        }
    }

    private ProcessUse start(FunctionPackage unpacked, List<String> command) {
        try (FunctionProcess process = process(unpacked, command)) {
            answer(process);
            return process.firstUse().orElseThrow();
        }
    }

    private FunctionProcess process(FunctionPackage unpacked, List<String> command) {
        int memory = FunctionSize.of(unpacked.stage()).memoryMegabytes();
        Path log = folder.resolve(unpacked.stage().function() + ".log");
        return FunctionProcess.start(unpacked, command, environment, memory, log);
    }

    private static void answer(FunctionProcess process) {
        try {
            process.call(EVENT, LONGEST_SECONDS);
        } catch (FunctionError error) {
            if (!error.simpleType().endsWith("Fault")) {
                throw error;
            }
        }
    }

    /** Everything at the root as a jar: a cache takes no folder on the class path. */
    private static void pack(Path from, Path jar) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> files = Files.walk(from)) {
            for (Path each : files.filter(Files::isRegularFile)
                    .filter(each -> !each.startsWith(from.resolve("lib")))
                    .sorted()
                    .toList()) {
                out.putNextEntry(new ZipEntry(from.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new ConfigFault("cannot pack " + from, e);
        }
    }
}
