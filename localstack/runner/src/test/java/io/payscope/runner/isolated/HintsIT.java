package io.payscope.runner.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.host.StageName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A native image of a function can make and read every type that its code passes through JSON. */
class HintsIT {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @EnumSource
    void everyTypeThatPassesThroughJsonHasItsHint(StageName stage) throws IOException, ClassNotFoundException {
        BuiltZip zip = new BuiltZip(stage);
        WireTypes types = new WireTypes();
        for (String name : zip.names()) {
            if (isOurs(name)) {
                types.read(zip.read(name));
            } else if (name.matches("lib/.*-0\\.1\\.0-SNAPSHOT\\.jar")) {
                readJar(zip.read(name), types);
            }
        }
        assertThat(types.found()).hasSizeGreaterThan(stage == StageName.API_ADMIN ? 0 : 2);
        assertThat(hinted(zip)).containsAll(types.found());
        // The adapter would hand on the value of such a field in the place of the whole event.
        assertThat(types.fields()).doesNotContain("payload");
    }

    @Test
    void theLedgerAndTheNativeLibrariesHaveTheirs() {
        assertThat(metadata(new BuiltZip(StageName.LOAD_LEDGER)))
                .contains("aws_advanced_jdbc_wrapper_messages", "java.sql.SQLException", "db/migration/ledger");
        assertThat(metadata(new BuiltZip(StageName.TRAIN_FRAUD))).contains("lightgbm4j/linux/x86_64");
        assertThat(metadata(new BuiltZip(StageName.LOAD_VECTORS)))
                .contains("ai.onnxruntime.OnnxTensor", "ai/onnxruntime/native/linux-x64", "*.onnx");
    }

    private static boolean isOurs(String name) {
        return name.startsWith("io/payscope/") && name.endsWith(".class") && !name.contains("__");
    }

    private static void readJar(byte[] jar, WireTypes types) throws IOException, ClassNotFoundException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (isOurs(entry.getName())) {
                    types.read(in.readAllBytes());
                }
            }
        }
    }

    private static String metadata(BuiltZip zip) {
        return new String(
                        zip.read("META-INF/native-image/io.payscope/"
                                + zip.stage().function() + "/reachability-metadata.json"),
                        StandardCharsets.UTF_8)
                .replace("\\/", "/");
    }

    /** Types of which constructors and methods can be called. */
    private static Set<String> hinted(BuiltZip zip) {
        Set<String> names = new TreeSet<>();
        for (JsonNode entry : JSON.readTree(metadata(zip)).path("reflection")) {
            if (entry.path("allDeclaredConstructors").asBoolean(false)
                    && entry.path("allDeclaredMethods").asBoolean(false)
                    && entry.path("type").isString()) {
                names.add(entry.path("type").asString());
            }
        }
        return names;
    }
}
