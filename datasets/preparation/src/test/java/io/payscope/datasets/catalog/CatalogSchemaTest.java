package io.payscope.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.payscope.core.fault.ConfigFault;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the schema refuses the loading refuses too, and by the name of the field. */
class CatalogSchemaTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Schema SCHEMA = schema();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyEntryIsValid(int bank) {
        assertThat(SCHEMA.validate(entry(bank))).isEmpty();
    }

    @Test
    void schemaItselfIsValid() {
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(JSON.readTree(resource("/catalog/bank.schema.json"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/source/licence | null | source.licence",
                "/source/licence | absent | source.licence",
                "/source/licence | '  ' | source.licence",
                "/title | '' | title",
                "/currency | euro | currency",
                "/files | null | files",
                "/files/0/columns | null | columns",
                "/files/0/columns | [] | columns",
                "/files/0/columns/0 | null | columns",
                "/files/0/columns/0/name | null | name",
                "/files/0/columns/0/type | MONEY | type",
                "/files/0/columns/0/type | TIME | time",
                "/files/0/columns/0/nullable | maybe | nullable",
                "/files/0/columns/0/format | {\"decimal\":\";\",\"parentheses\":false} | format.decimal",
                "/files/0/columns/2/format | {\"grouping\":\"12\",\"decimal\":\".\",\"parentheses\":false} | grouping",
                "/files/0/columns/1/format | {\"decimal\":\".\",\"parentheses\":false} | format",
                "/files/0/columns/0/time | {\"form\":\"ISO_OFFSET\"} | time",
                "/mapping/time | null | mapping.time",
                "/mapping/time | absent | mapping.time",
                "/mapping/time/column | null | mapping.time.column",
                "/mapping/time/unit | null | mapping.time.unit",
                "/mapping/time/unit | MINUTES | unit",
                "/mapping/time/anchor | null | mapping.time",
                "/mapping/time/zone | UTC | mapping.time",
                "/mapping/channel | null | mapping.channel",
                "/mapping/channel/constant | card | mapping.channel",
                "/mapping/payer/columns | [] | mapping.payer.columns",
                "/mapping/payee/kinds | {} | mapping.payee.kinds",
                "/mapping/payee/kinds/M | SHOP | kinds",
                "/mapping/lifecycle | null | mapping.lifecycle",
                "/mapping/lifecycle/constant | null | mapping.lifecycle",
                "/mapping/features | null | features",
                "/mapping/features/0/column | null | column",
                "/mapping/features/2/codes | {} | mapping.features.codes",
                "/dropped/0/reason | null | dropped[0].reason",
                "/rules/0/id | Step_Range | rules: an id",
                "/rules/0/id | null | rules[0].id",
                "/rules/0/column | null | rules[0].column",
                "/rules/2/minimum | null | a minimum, a maximum or values",
                "/rules/1/values | [] | values",
                "/sampling | null | sampling",
                "/sampling/defaultRows | absent | defaultRows",
                "/sampling/minimumRows | 0 | sampling",
                "/sampling/minimumRows | 1.5 | minimumRows",
                "/simulation/fraudRate | 0.9 | simulation",
                "/learning | null | learning",
                "/learning/fraud/trainFraction | 1.5 | learning.fraud",
                "/learning/fraud/minimumPositivesBasic | 0 | learning.fraud",
                "/learning/forecast/grain | null | learning.forecast.grain",
                "/learning/forecast/grain | WEEK | grain",
                "/learning/forecast/horizon | 0 | learning.forecast",
                "/extra | 1 | extra"
            })
    void brokenEntryIsRefusedByBothAndByName(String pointer, String value, String name) {
        JsonNode broken = changed(entry(3), pointer, value);

        assertThat(SCHEMA.validate(broken)).as("the schema").isNotEmpty();
        assertThatThrownBy(() -> load(3, broken))
                .isInstanceOf(ConfigFault.class)
                .hasMessageStartingWith("bank-3.yaml: ")
                .hasMessageContaining(name);
    }

    /** Sets every field and item of an entry to null in turn. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whateverIsNullTheLoadingAgreesWithTheSchema(int bank) {
        JsonNode whole = entry(bank);
        for (String pointer : pointers(whole, "")) {
            JsonNode broken = changed(whole.deepCopy(), pointer, "null");
            List<Error> found = SCHEMA.validate(broken);
            Throwable refusal = catchThrowable(() -> load(bank, broken));
            if (refusal != null) {
                assertThat(refusal).as(pointer).isInstanceOf(ConfigFault.class);
            }
            if (!found.isEmpty()) {
                assertThat(refusal).as("%s: %s", pointer, found).isNotNull();
            }
        }
    }

    private static void load(int bank, JsonNode entry) {
        Catalog.parse("bank-" + bank + ".yaml", YAML.writeValueAsBytes(entry));
    }

    private static JsonNode changed(JsonNode entry, String pointer, String value) {
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = entry.at(at.head());
        String field = at.last().getMatchingProperty();
        JsonNode replaced = value.matches("null|\\[.*|\\{.*|[0-9.]+")
                ? JSON.readTree(value)
                : JSON.getNodeFactory().stringNode(value);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(field), replaced);
        } else if ("absent".equals(value)) {
            ((ObjectNode) parent).remove(field);
        } else {
            ((ObjectNode) parent).set(field, replaced);
        }
        return entry;
    }

    private static List<String> pointers(JsonNode node, String at) {
        List<String> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String pointer = at + "/" + field.getKey();
                found.add(pointer);
                found.addAll(pointers(field.getValue(), pointer));
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                found.add(at + "/" + i);
                found.addAll(pointers(array.get(i), at + "/" + i));
            }
        }
        return found;
    }

    private static JsonNode entry(int bank) {
        return YAML.readTree(resource("/catalog/bank-" + bank + ".yaml"));
    }

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(resource("/catalog/bank.schema.json")));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Catalog.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
