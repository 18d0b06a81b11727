package io.payscope.runner.asl;

import io.payscope.runner.asl.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case of the corpus: a definition with its surroundings, an input and what is expected.
 *
 * @param name file and what the case shows
 * @param file the whole file: definition, and possibly children, substitutions, lambdas, objects
 * @param one the case: input and expectations
 */
record CorpusCase(String name, Map<?, ?> file, Map<?, ?> one) {

    static Stream<CorpusCase> all() throws IOException, URISyntaxException {
        Path folder = Path.of(CorpusCase.class.getResource("/asl").toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream().flatMap(path -> cases(path).stream());
        }
    }

    private static List<CorpusCase> cases(Path path) {
        Map<?, ?> file;
        try {
            file = (Map<?, ?>) Json.parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<CorpusCase> cases = new ArrayList<>();
        for (Object one : (List<?>) file.get("cases")) {
            Map<?, ?> fields = (Map<?, ?>) one;
            cases.add(new CorpusCase(path.getFileName() + ": " + fields.get("shows"), file, fields));
        }
        return cases;
    }

    /** The case may replace any part of the file. */
    @Nullable
    Object part(String field) {
        return one.containsKey(field) ? one.get(field) : file.get(field);
    }

    Map<?, ?> map(String field) {
        return part(field) instanceof Map<?, ?> map ? map : Map.of();
    }

    @Override
    public String toString() {
        return name;
    }
}
