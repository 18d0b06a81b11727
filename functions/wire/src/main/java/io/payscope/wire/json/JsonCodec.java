package io.payscope.wire.json;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Records to JSON and back. Writing is canonical: properties and map keys sorted, no white space, so equal values give
 * equal bytes. Reading is strict: an unknown, missing or wrong-case field is refused, as is a null where the record
 * does not allow one. Thread-safe.
 */
public final class JsonCodec {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            // Jackson's own parsers of numbers use a memory access that native images refuse; the JDK's give equal
            // values.
            .disable(StreamReadFeature.USE_FAST_DOUBLE_PARSER, StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
            .addModule(new SimpleModule()
                    .addSerializer(BankId.class, new BankIdSerializer())
                    .addDeserializer(BankId.class, new BankIdDeserializer())
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .build();

    private JsonCodec() {}

    /**
     * Writes a record.
     *
     * @return canonical JSON, UTF-8
     */
    public static byte[] encode(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JacksonException e) {
            throw new BugFault("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /**
     * Reads a record.
     *
     * @param json one JSON document, UTF-8
     * @param type the record
     * @throws DataFault naming type, field and what was found, if the document is not exactly such a record
     */
    public static <T> T decode(byte[] json, Class<T> type) {
        return decode(json, MAPPER.constructType(type));
    }

    /**
     * Reads a record that has one type parameter.
     *
     * @param json one JSON document, UTF-8
     * @param type the record
     * @param parameter what its type parameter stands for
     * @return a {@code type<parameter>}
     * @throws DataFault naming type, field and what was found, if the document is not exactly such a record
     */
    public static <T> T decode(byte[] json, Class<T> type, Class<?> parameter) {
        return decode(json, MAPPER.getTypeFactory().constructParametricType(type, parameter));
    }

    /**
     * Reads the fields of an object of whatever shape, where only a few are looked at.
     *
     * @param json one JSON object, UTF-8
     * @return its fields by name; a null is absent
     * @throws DataFault if it is no object
     */
    public static Map<String, Object> fields(byte[] json) {
        Map<?, ?> all;
        try {
            all = MAPPER.readValue(json, Map.class);
        } catch (JacksonException e) {
            throw new DataFault("a JSON object: " + e.getOriginalMessage(), e);
        }
        if (all == null) {
            throw new DataFault("a JSON object: expected one, found null");
        }
        Map<String, Object> present = new HashMap<>();
        all.forEach((name, value) -> {
            if (value != null) {
                present.put(String.valueOf(name), value);
            }
        });
        return present;
    }

    private static <T> T decode(byte[] json, JavaType type) {
        T value;
        try {
            value = MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            if (e.getCause() instanceof DataFault fault) {
                throw fault;
            }
            throw new DataFault(type.getRawClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
        NullCheck.verify(value, type.getRawClass());
        return value;
    }
}
