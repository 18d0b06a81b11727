package io.payscope.wire.json;

import io.payscope.core.model.BankId;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** Reads a bank id from a plain number and from nothing else. */
final class BankIdDeserializer extends ValueDeserializer<BankId> {

    @Override
    public BankId deserialize(JsonParser in, DeserializationContext context) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            return (BankId) context.handleUnexpectedToken(context.constructType(BankId.class), in);
        }
        return new BankId(in.getIntValue());
    }
}
