package io.payscope.wire.part;

import java.util.List;

/** The columns that every canonical part begins with; the bank's features follow. */
public final class PartColumns {

    /** Names in file order. */
    public static final List<String> SHARED = List.of(
            "transaction_id",
            "occurred_at",
            "amount",
            "currency",
            "channel",
            "payer_id",
            "payee_id",
            "payee_kind",
            "label",
            "lifecycle_stage",
            "source_row");

    private PartColumns() {}
}
