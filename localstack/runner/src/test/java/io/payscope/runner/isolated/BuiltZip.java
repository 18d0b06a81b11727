package io.payscope.runner.isolated;

import io.payscope.runner.host.StageName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/** A function's zip as the build left it. */
record BuiltZip(StageName stage) {

    static final Path FUNCTIONS = Path.of("../../functions").toAbsolutePath().normalize();

    Path file() {
        return FUNCTIONS.resolve(stage.function()).resolve("target").resolve(stage.function() + ".zip");
    }

    /** Names of all files in it. */
    List<String> names() {
        try (ZipFile zip = new ZipFile(file().toFile())) {
            return zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File names of its libraries, without their versions where they are ours. */
    List<String> libraries() {
        return names().stream()
                .filter(name -> name.startsWith("lib/"))
                .map(name -> name.substring("lib/".length()).replaceFirst("-0\\.1\\.0-SNAPSHOT\\.jar$", ""))
                .toList();
    }

    byte[] read(String name) {
        try (ZipFile zip = new ZipFile(file().toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
