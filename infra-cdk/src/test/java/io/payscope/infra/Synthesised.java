package io.payscope.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** The templates, made once for all tests with a placeholder for every function package. */
final class Synthesised {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    static final ObjectMapper JSON = new ObjectMapper();

    /** Where the templates and the reports of cdk-nag are. */
    static final Path OUTPUT = synthesise(Map.of());

    private static final Map<String, Map<String, Map<String, Object>>> STACKS = new TreeMap<>();

    static {
        for (String stack : List.of("storage", "data", "pipeline", "api", "observability")) {
            STACKS.put(stack, read(OUTPUT, stack));
        }
    }

    private Synthesised() {}

    /** @return resources of one stack and one type, by logical id */
    static Map<String, Map<String, Object>> resources(String stack, String type) {
        Map<String, Map<String, Object>> found = new TreeMap<>();
        stack(stack).forEach((id, resource) -> {
            if (type.equals(resource.get("Type"))) {
                found.put(id, resource);
            }
        });
        return found;
    }

    /** @return the only resource of the type whose logical id begins so */
    static Map<String, Object> resource(String stack, String type, String id) {
        List<Map<String, Object>> found = resources(stack, type).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(id))
                .map(Map.Entry::getValue)
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources " + type + " " + id + " in " + stack);
        }
        return found.getFirst();
    }

    /** @return all resources of a stack, by logical id */
    static Map<String, Map<String, Object>> stack(String stack) {
        Map<String, Map<String, Object>> found = STACKS.get(stack);
        if (found == null) {
            throw new AssertionError("no stack " + stack);
        }
        return found;
    }

    /** @return the statements of every policy of the Pipeline stack's roles */
    static List<Map<?, ?>> statements() {
        return resources("pipeline", "AWS::IAM::Policy").values().stream()
                .flatMap(policy -> statements(policy).stream())
                .toList();
    }

    /** @return the statements of one policy */
    static List<Map<?, ?>> statements(Map<?, ?> policy) {
        return list(at(policy, "Properties", "PolicyDocument", "Statement")).stream()
                .<Map<?, ?>>map(statement -> (Map<?, ?>) statement)
                .toList();
    }

    /** @return the statements of every policy that a role of the Pipeline stack has */
    static List<Map<?, ?>> statementsOf(String role) {
        return resources("pipeline", "AWS::IAM::Policy").values().stream()
                .filter(policy ->
                        list(at(policy, "Properties", "Roles")).stream().anyMatch(ref -> role.equals(at(ref, "Ref"))))
                .flatMap(policy -> statements(policy).stream())
                .toList();
    }

    /** @return the stage's Lambda */
    static Map<String, Object> function(Stage stage) {
        return resources("pipeline", "AWS::Lambda::Function").values().stream()
                .filter(function -> String.valueOf(properties(function).get("Description"))
                        .startsWith("PayScope " + stage.module() + ","))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> properties(Map<String, Object> resource) {
        return (Map<String, Object>) at(resource, "Properties");
    }

    /** @return what lies at the end of the keys */
    static Object at(Object from, String... keys) {
        Object value = from;
        for (String key : keys) {
            Object next = value instanceof Map<?, ?> map ? map.get(key) : null;
            if (next == null) {
                throw new AssertionError("no " + key + " in " + value);
            }
            value = next;
        }
        return value;
    }

    /** @return a list, also where a single value stands for one */
    static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** @return the folder of the templates for more context than the placeholder */
    static Path synthesise(Map<String, String> context) {
        try {
            Path placeholder = Files.createTempDirectory("placeholder-package-");
            Files.writeString(placeholder.resolve("empty.txt"), "not built\n");
            Map<String, Object> all = JSON.convertValue(
                    JSON.readTree(Path.of("cdk.json").toFile()).path("context"), new TypeReference<>() {});
            all.putAll(context);
            all.put(FunctionPackages.PLACEHOLDER_CONTEXT, placeholder.toString());
            Path output = Files.createTempDirectory("cdk-out-");
            App app = new App(
                    AppProps.builder().context(all).outdir(output.toString()).build());
            PayscopeStacks.of(app, REPOSITORY);
            app.synth();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the file of one stack's template */
    static Path template(Path output, String stack) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + stack + ".template.json"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no template of " + stack));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Map<String, Object>> read(Path output, String stack) {
        try {
            Path template = template(output, stack);
            return (Map<String, Map<String, Object>>) at(JSON.readValue(template.toFile(), Map.class), "Resources");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
