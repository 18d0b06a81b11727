package io.payscope.runner.bench;

import io.payscope.core.fault.DataFault;
import io.payscope.core.fault.TransientFault;
import io.payscope.core.manifest.DatasetManifest;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.model.CanonicalRow;
import io.payscope.core.model.CanonicalTransaction;
import io.payscope.core.port.ObjectStore;
import io.payscope.wire.dataset.Manifests;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.part.PartReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Requests for the score of one payment: payments of the bank's own parties, as if they were made last of all. */
final class SampledPayments {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectStore objects;

    SampledPayments(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Samples the bank's prepared dataset evenly.
     *
     * @param most bodies that are wanted
     * @return bodies of {@code POST /banks/{bank}/fraud/scores}
     */
    List<String> of(BankId bank, int most) {
        DatasetManifest manifest = objects.list("prepared/" + bank.segment() + "/").stream()
                .filter(head -> head.key().endsWith("/manifest.json"))
                .findFirst()
                .flatMap(head -> objects.find(head.key()))
                .map(body -> JsonCodec.decode(body.body(), DatasetManifest.class))
                .orElseThrow(() -> new DataFault("bank " + bank + " has no prepared dataset"));
        long step = Math.max(1, manifest.identity().rowsKept() / most);
        List<CanonicalRow> sampled = new ArrayList<>();
        CanonicalTransaction last = null;
        long number = 0;
        for (PartRef part : manifest.identity().parts()) {
            try (PartReader reader = new Manifests(objects).open(bank, part)) {
                for (Iterator<CanonicalRow> rows = reader.rows(); rows.hasNext(); number++) {
                    CanonicalRow row = rows.next();
                    last = row.transaction();
                    if (number % step == 0 && sampled.size() < most) {
                        sampled.add(row);
                    }
                }
            } catch (IOException e) {
                throw new TransientFault(part.key() + ": reading stopped", e);
            }
        }
        if (last == null) {
            throw new DataFault("bank " + bank + " has a prepared dataset without rows");
        }
        String at = last.occurredAt().toString();
        List<String> features = manifest.identity().features();
        return sampled.stream().map(row -> body(row, at, features)).toList();
    }

    private static String body(CanonicalRow row, String at, List<String> names) {
        CanonicalTransaction transaction = row.transaction();
        Map<String, Object> payment = new HashMap<>();
        payment.put("transactionId", "bench-" + transaction.transactionId());
        payment.put("occurredAt", at);
        payment.put("amount", transaction.amount());
        payment.put("currency", transaction.currency());
        payment.put("channel", transaction.channel());
        payment.put("payerId", transaction.payerId());
        payment.put("payeeId", transaction.payeeId());
        payment.put("payeeKind", transaction.payeeKind());
        Map<String, Double> features = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!Double.isNaN(row.features()[i])) {
                features.put(names.get(i), row.features()[i]);
            }
        }
        payment.put("features", features);
        return JSON.writeValueAsString(Map.of("transactions", List.of(payment)));
    }
}
