package io.payscope.runner.asl.load;

import io.payscope.runner.asl.model.Flow;
import io.payscope.runner.asl.model.Items;
import io.payscope.runner.asl.model.MapMode;
import io.payscope.runner.asl.model.MapState;
import io.payscope.runner.asl.query.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a Map, inline or distributed. */
final class MapReader {

    private static final String S3_GET = "arn:aws:states:::s3:getObject";
    private static final String S3_PUT = "arn:aws:states:::s3:putObject";

    private MapReader() {}

    static MapState read(String name, Fields fields, FlowReader flows) {
        Fields processor = fields.object("ItemProcessor");
        MapMode mode = processor.has("ProcessorConfig")
                ? mode(fields, processor.object("ProcessorConfig"))
                : new MapMode.Inline();
        Items items = items(fields, mode);
        Optional<Template> selector = fields.optionalTemplate("ItemSelector", Access.INPUT);
        Template concurrency = fields.optionalTemplate("MaxConcurrency", Access.INPUT)
                .map(number -> Numbers.within(fields, "MaxConcurrency", number, 0, Integer.MAX_VALUE))
                .orElse(new Template.Constant(0));
        Flow flow = flows.read(processor);
        return new MapState(
                name,
                items,
                selector,
                flow,
                mode,
                concurrency,
                GuardReader.retry(fields),
                GuardReader.catchers(fields),
                ExitReader.ofState(fields, Access.RESULT));
    }

    private static MapMode mode(Fields map, Fields config) {
        String mode = config.optionalText("Mode").orElse("INLINE");
        return switch (mode) {
            case "INLINE" -> {
                config.done();
                yield new MapMode.Inline();
            }
            case "DISTRIBUTED" -> {
                if (!config.text("ExecutionType").equals("STANDARD")) {
                    throw config.refused("ExecutionType", "only 'STANDARD' is implemented");
                }
                config.done();
                yield distributed(map);
            }
            default -> throw config.refused("Mode", "expected INLINE or DISTRIBUTED, found '" + mode + "'");
        };
    }

    private static MapMode distributed(Fields map) {
        Optional<String> label = map.optionalText("Label");
        if (label.isPresent() && !label.get().matches("[A-Za-z0-9_-]{1,40}")) {
            throw map.refused("Label", "expected 1 to 40 letters, digits, - or _");
        }
        Optional<Template> writer =
                map.has("ResultWriter") ? Optional.of(resultWriter(map.object("ResultWriter"))) : Optional.empty();
        return new MapMode.Distributed(
                label,
                tolerated(map, "ToleratedFailureCount", Integer.MAX_VALUE, writer.isPresent()),
                tolerated(map, "ToleratedFailurePercentage", 100, writer.isPresent()),
                writer);
    }

    /** What the array of results holds for a failed child is not documented, so failures need a result writer. */
    private static Optional<Template> tolerated(Fields map, String name, int most, boolean written) {
        Optional<Template> tolerated =
                map.optionalTemplate(name, Access.INPUT).map(value -> Numbers.within(map, name, value, 0, most));
        if (!written && tolerated.isPresent() && !tolerated.get().equals(new Template.Constant(0))) {
            throw map.refused(name, "failures are tolerated only where a ResultWriter records them");
        }
        return tolerated;
    }

    private static Template resultWriter(Fields writer) {
        resource(writer, S3_PUT);
        Template arguments = TaskReader.arguments(writer, Set.of("Bucket", "Prefix"), Set.of());
        writer.done();
        return arguments;
    }

    private static Items items(Fields fields, MapMode mode) {
        boolean reads = fields.has("ItemReader");
        if (reads && fields.has("Items")) {
            throw fields.refused("ItemReader", "a Map has Items or ItemReader, not both");
        }
        if (reads && mode instanceof MapMode.Inline) {
            throw fields.refused("ItemReader", "an inline Map reads no objects");
        }
        if (reads) {
            return itemReader(fields.object("ItemReader"));
        }
        return fields.take("Items")
                .<Items>map(value -> new Items.OfTemplate(array(fields, value)))
                .orElse(new Items.OfInput());
    }

    private static Template array(Fields fields, Object value) {
        Template template = fields.template("Items", value, Access.INPUT);
        if (value instanceof List<?> || template instanceof Template.Computed) {
            return template;
        }
        throw fields.refused("Items", "expected an array or an expression");
    }

    private static Items itemReader(Fields reader) {
        resource(reader, S3_GET);
        Fields config = reader.object("ReaderConfig");
        String type = config.text("InputType");
        if (!type.equals("JSON")) {
            throw config.refused("InputType", "only 'JSON' is implemented, found '" + type + "'");
        }
        config.done();
        Template arguments = TaskReader.arguments(reader, Set.of("Bucket", "Key"), Set.of());
        reader.done();
        return new Items.OfObject(arguments);
    }

    private static void resource(Fields fields, String expected) {
        String found = fields.text("Resource");
        if (!found.equals(expected)) {
            throw fields.refused("Resource", "only '" + expected + "' is implemented, found '" + found + "'");
        }
    }
}
