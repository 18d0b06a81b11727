package io.payscope.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may delete objects, held to the code that does: without the right S3 answers 403, on AWS and nowhere before. */
@NodeRequired
class DeletionRightsTest {

    private static final Path FUNCTIONS = Synthesised.REPOSITORY.resolve("functions");

    /** Whoever makes one of these deletes below its prefixes. */
    private static final Map<String, Collection<String>> DELETING = Map.of(
            "OnceOnly", Set.of("receipts/"),
            "RawSimulation", Set.of("raw/"),
            "KaggleRaw", Set.of("raw/"),
            "ObjectErasure", Stage.allWrittenPrefixes());

    @ParameterizedTest
    @EnumSource
    void aStageMayDeleteInTheFoldersOfBanksWhereItsCodeDoesAndNowhereElse(Stage stage) throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Path file : sources(FUNCTIONS.resolve(stage.module()))) {
            String source = Files.readString(file);
            DELETING.forEach((name, prefixes) -> {
                if (source.contains("new " + name + "(")) {
                    prefixes.forEach(prefix -> expected.add(prefix + (prefix.equals("raw/") ? "*bank=*" : "bank=*")));
                }
            });
        }

        assertThat(deletable(stage)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Claims are forgotten by OnceOnly; mounted folders are for the command line. A new name here needs its right. */
    @Test
    void noOtherCodeDeletesObjects() throws IOException {
        Set<String> deleting = new TreeSet<>();
        Set<String> forgetting = new TreeSet<>();
        Pattern delete = Pattern.compile("(?<!Files)(\\.|::)delete\\b");
        for (Path file : shared()) {
            String source = Files.readString(file);
            String name = file.getFileName().toString().replace(".java", "");
            if (source.contains("ObjectStore") && delete.matcher(source).find()) {
                deleting.add(name);
            }
            if (source.contains("claims.forget(") || source.contains("claims::forget")) {
                forgetting.add(name);
            }
        }

        assertThat(deleting)
                .containsExactlyInAnyOrder("S3Claims", "RawSimulation", "KaggleRaw", "ObjectErasure", "MountedFolders");
        assertThat(forgetting).containsExactly("OnceOnly");
    }

    /** What deletes is made by functions themselves: made by what they share, the first test would not see it. */
    @Test
    void whatDeletesIsMadeByAFunctionItself() throws IOException {
        List<Path> modules = Arrays.stream(Stage.values())
                .map(stage -> FUNCTIONS.resolve(stage.module()))
                .toList();
        for (Path file : shared()) {
            if (modules.stream().noneMatch(file::startsWith)) {
                assertThat(Files.readString(file))
                        .doesNotContainPattern("new (" + String.join("|", DELETING.keySet()) + ")\\(");
            }
        }
    }

    /** Preparing replaces what it fetched or simulated itself, as markers beside it say; an erasure leaves nothing. */
    @Test
    void whatCameFromOutsideMayBeDeletedByAnErasureAndRawFilesBesidesByTheirPreparation() {
        Map<String, Set<Stage>> stages = new TreeMap<>();
        for (Stage stage : Stage.values()) {
            deletable(stage).forEach(resource -> stages.computeIfAbsent(
                            resource.substring(0, resource.indexOf('/')), _ -> new TreeSet<>())
                    .add(stage));
        }

        assertThat(stages)
                .containsEntry("raw", Set.of(Stage.API_ADMIN, Stage.PREPARE_DATASET))
                .containsEntry("uploads", Set.of(Stage.API_ADMIN))
                .containsEntry("quarantine", Set.of(Stage.API_ADMIN));
    }

    @Test
    void erasureMayDeleteBelowEveryPrefixThatItKnowsAndItKnowsAllThatIsWritten() throws IOException {
        String source = Files.readString(
                FUNCTIONS.resolve("store-objects/src/main/java/io/payscope/objects/ObjectErasure.java"));
        Set<String> known = Pattern.compile("\"([a-z]+/)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(known).containsExactlyInAnyOrderElementsOf(Stage.allWrittenPrefixes());
    }

    /** @return patterns of keys, without the bucket */
    private static Set<String> deletable(Stage stage) {
        Set<String> keys = new TreeSet<>();
        StageRights.of(stage).forEach((resource, actions) -> {
            if (actions.stream().anyMatch(action -> action.startsWith("s3:Delete"))) {
                keys.add(resource.substring(resource.indexOf('/') + 1));
            }
        });
        return keys;
    }

    /** @return all code that runs in functions */
    private static List<Path> shared() throws IOException {
        return Stream.concat(
                        sources(FUNCTIONS).stream(),
                        sources(Synthesised.REPOSITORY.resolve("datasets/preparation")).stream())
                .toList();
    }

    private static List<Path> sources(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().contains("/src/main/java/"))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
