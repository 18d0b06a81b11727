package io.payscope.wire.json;

import io.payscope.core.model.BankId;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a bank id as a plain number. */
final class BankIdSerializer extends ValueSerializer<BankId> {

    @Override
    public void serialize(BankId bank, JsonGenerator out, SerializationContext context) {
        out.writeNumber(bank.value());
    }
}
