package io.payscope.validatedatasets;

import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.PartRef;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.CompletedUpload;
import io.payscope.core.stage.LoadReceipt;
import io.payscope.core.stage.LoadedVectors;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.wire.dataset.EffectResult;
import io.payscope.wire.dataset.Receipts;
import io.payscope.wire.json.JsonCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the receipts of one bank say its stores hold. */
final class Expectations {

    private static final List<String> TRAINING = List.of("train-fraud", "train-forecast");

    private final ObjectStore objects;
    private final BankId bank;

    Expectations(ObjectStore objects, BankId bank) {
        this.objects = objects;
        this.bank = bank;
    }

    /** Receipts of all parts of all uploads, of ledger and graph. */
    List<LoadReceipt> parts() {
        return new Receipts(objects).ofBank(bank);
    }

    /** Uploads that are complete, each of which left a report. */
    long reports() {
        return new Receipts(objects).completed(bank).size();
    }

    /** Documents that the last load of them left. */
    long documents() {
        return new Receipts(objects)
                .latestVectors(bank)
                .map(LoadedVectors::documents)
                .orElse(0);
    }

    /**
     * Keys of the parts that complete uploads were loaded from. Where the list of an upload's parts is gone, the list
     * itself stands for them: it is expected, and will be missed.
     */
    Set<String> partKeys() {
        return new Receipts(objects)
                .completed(bank).stream()
                        .map(CompletedUpload::uploadId)
                        .flatMap(this::partsOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> partsOf(String uploadId) {
        String list = Keys.parts(bank, uploadId) + "parts.json";
        return objects.find(list)
                .map(body -> Arrays.stream(JsonCodec.decode(body.body(), PartRef[].class))
                        .map(PartRef::key))
                .orElseGet(() -> Stream.of(list));
    }

    /** Keys of the model cards that training left. */
    Set<String> cardKeys() {
        return TRAINING.stream()
                .flatMap(stage -> objects.list(EffectResult.prefix(bank, stage)).stream())
                .map(ObjectHead::key)
                .filter(EffectResult::isResult)
                .flatMap(key -> objects.find(key).stream())
                .map(body -> EffectResult.decode(body.body(), ModelOutcome.class)
                        .result()
                        .modelKey())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many of these objects there are at this moment. */
    long present(Set<String> keys) {
        return keys.stream().filter(key -> objects.head(key).isPresent()).count();
    }

    /** How many objects the models of these cards are: each is its card and the file that the card names. */
    static long modelObjects(Set<String> cardKeys) {
        return 2L * cardKeys.size();
    }

    /** How many of those there are at this moment. Without its card a model file is not found, as nothing names it. */
    long presentOfModels(Set<String> cardKeys) {
        return cardKeys.stream()
                .mapToLong(card -> objects.find(card)
                        .map(body -> 1 + present(Set.of(modelKey(card, body.body()))))
                        .orElse(0L))
                .sum();
    }

    private static String modelKey(String cardKey, byte[] card) {
        String file = JsonCodec.decode(card, JsonNode.class).path("modelFile").asString("");
        if (file.isEmpty()) {
            throw new DataFault(cardKey + ": expected the name of a model file as modelFile, found none");
        }
        return cardKey.substring(0, cardKey.lastIndexOf('/') + 1) + file;
    }
}
