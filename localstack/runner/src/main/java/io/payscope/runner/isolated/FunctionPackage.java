package io.payscope.runner.isolated;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import io.payscope.core.fault.ConfigFault;
import io.payscope.runner.host.Home;
import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A function's zip, unpacked as Lambda does into its task folder.
 *
 * @param stage the function
 * @param folder where it is unpacked
 * @param isNative whether it brings its own {@code bootstrap}, or is for the Java runtime
 */
record FunctionPackage(StageName stage, Path folder, boolean isNative) {

    private static final String BOOTSTRAP = "bootstrap";

    /**
     * Unpacks a zip.
     *
     * @param folder new
     * @throws ConfigFault if there is no such zip
     */
    static FunctionPackage unpack(StageName stage, Path zip, Path folder) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new ConfigFault(zip + ": entry " + entry.getName() + " leads out of the folder");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
            }
            Path bootstrap = folder.resolve(BOOTSTRAP);
            boolean isNative = Files.exists(bootstrap);
            if (isNative && !bootstrap.toFile().setExecutable(true)) {
                throw new ConfigFault("cannot make " + bootstrap + " executable");
            }
            return new FunctionPackage(stage, folder, isNative);
        } catch (IOException e) {
            throw new ConfigFault(stage.function() + ": cannot unpack " + zip + "; is it built?", e);
        }
    }

    /**
     * The command that Lambda's runtime starts: the bootstrap, or Java with AWS's own runtime interface client, which
     * finds the function's classes and libraries in the working folder.
     *
     * @param heapMegabytes of a Java process
     * @param options further ones, which both understand
     */
    List<String> command(int heapMegabytes, List<String> options) {
        if (isNative) {
            List<String> command =
                    new ArrayList<>(List.of(folder.resolve(BOOTSTRAP).toString(), "-Xmx" + heapMegabytes + "m"));
            command.addAll(options);
            return command;
        }
        return java(heapMegabytes, options, runtimeClassPath());
    }

    /**
     * As {@link #command}, with the function's own code on Java's class path, where an ahead-of-time cache can hold it.
     *
     * @param function its classes in a jar
     */
    List<String> cacheableCommand(int heapMegabytes, List<String> options, Path function) {
        try (Stream<Path> libraries = Files.list(folder.resolve("lib"))) {
            return java(
                    heapMegabytes,
                    options,
                    runtimeClassPath() + ":" + function + ":"
                            + libraries
                                    .map(Path::toString)
                                    .filter(name -> name.endsWith(".jar"))
                                    .sorted()
                                    .collect(Collectors.joining(":")));
        } catch (IOException e) {
            throw new ConfigFault("cannot list the libraries of " + stage.function(), e);
        }
    }

    private static List<String> java(int heapMegabytes, List<String> options, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                Home.java().toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, AWSLambda.class.getName(), HANDLER));
        return command;
    }

    /** The handler that the deployed functions name. */
    static final String HANDLER = "org.springframework.cloud.function.adapter.aws.FunctionInvoker::handleRequest";

    /** What lies in Lambda's Java runtime beside the function. */
    private static String runtimeClassPath() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(FunctionPackage::jarOf)
                .collect(Collectors.joining(":"));
    }

    private static String jarOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new ConfigFault("cannot tell where " + type.getName() + " was loaded from", e);
        }
    }
}
