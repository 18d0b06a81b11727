package io.payscope.wire.json;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads an instant from its ISO 8601 text and from nothing else: of a number nobody knows the unit. */
final class InstantDeserializer extends ValueDeserializer<Instant> {

    @Override
    public Instant deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(context.constructType(Instant.class), in);
        }
        String text = in.getString();
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return (Instant) context.handleWeirdStringValue(Instant.class, text, "expected an instant as in ISO 8601");
        }
    }
}
