package io.payscope.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.assertions.Template;

/** The template, made once for all tests with a placeholder for every function package. */
final class Synthesised {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final Template TEMPLATE = synthesise();

    private Synthesised() {}

    static Template template() {
        return TEMPLATE;
    }

    /** @return properties of every resource of the type, by logical id */
    static Map<String, Map<String, Object>> resources(String type) {
        return TEMPLATE.findResources(type);
    }

    /** @return the statements of every policy of the stack */
    static List<Map<?, ?>> statements() {
        return Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> resources(type).values().stream())
                .flatMap(policy -> statements(policy).stream())
                .toList();
    }

    /** @return the statements of one policy */
    static List<Map<?, ?>> statements(Map<?, ?> policy) {
        return list(at(policy, "Properties", "PolicyDocument", "Statement")).stream()
                .<Map<?, ?>>map(statement -> (Map<?, ?>) statement)
                .toList();
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

    private static Template synthesise() {
        try {
            Path placeholder = Files.createTempDirectory("placeholder-package-");
            Files.writeString(placeholder.resolve("empty.txt"), "not built\n");
            App app = new App(AppProps.builder()
                    .context(Map.of(FunctionPackages.PLACEHOLDER_CONTEXT, placeholder.toString()))
                    .build());
            return Template.fromStack(new PayscopeStack(app, "Payscope", REPOSITORY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
