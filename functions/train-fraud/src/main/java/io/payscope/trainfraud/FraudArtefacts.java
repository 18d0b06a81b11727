package io.payscope.trainfraud;

import io.payscope.core.fault.BugFault;
import io.payscope.core.fault.DataFault;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.Keys;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.port.ObjectStore;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.TrainRequest;
import io.payscope.learning.boost.NativeLibrary;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.data.LabelledRows;
import io.payscope.learning.drift.DriftReference;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.feature.FeatureDefinition;
import io.payscope.learning.fraud.FraudModel;
import io.payscope.learning.fraud.FraudReport;
import io.payscope.learning.fraud.FraudTrainer;
import io.payscope.learning.fraud.FraudTraining;
import io.payscope.learning.fraud.Scorer;
import io.payscope.learning.linear.LogisticModel;
import io.payscope.learning.split.TemporalSplit;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Fraud models as objects: the model file, and beside it the card that names its hash, the same card as a page with
 * curves, the curves' points and the exact definitions of the features.
 */
public final class FraudArtefacts {

    private static final String CARD = "card.json";
    private static final String PAGE = "card.html";
    private static final String CURVES = "curves.json";
    private static final String FEATURES = "features.json";
    private static final String REFERENCE = "reference.json";
    private static final String TREES = "model.txt";
    private static final String LINE = "model.json";
    private static final int VERSION_LENGTH = 16;

    private final ObjectStore objects;

    /** @param objects where models lie */
    public FraudArtefacts(ObjectStore objects) {
        this.objects = objects;
    }

    /**
     * Loads a model for scoring.
     *
     * @param cardKey key of its card
     * @throws DataFault if card or model is absent, malformed or not the one that the card names
     */
    public FraudModel load(String cardKey) {
        ModelCard card = JsonCodec.decode(body(cardKey), ModelCard.class);
        String modelKey = cardKey.substring(0, cardKey.length() - CARD.length()) + card.modelFile();
        byte[] model = body(modelKey);
        String found = Hashes.sha256(model);
        if (!found.equals(card.modelSha256())) {
            throw new DataFault(modelKey + ": expected sha256 " + card.modelSha256() + ", found " + found);
        }
        return switch (card.algorithm()) {
            case ModelCard.LIGHTGBM -> FraudModel.load(card, new String(model, StandardCharsets.UTF_8));
            case ModelCard.LOGISTIC -> FraudModel.load(card, JsonCodec.decode(model, LogisticModel.class));
            default -> throw new DataFault(cardKey + ": expected a fraud model, found " + card.algorithm());
        };
    }

    private byte[] body(String key) {
        return objects.find(key)
                .orElseThrow(() -> new DataFault(key + ": not found in bucket " + objects.bucket()))
                .body();
    }

    /** Writes model and card, the card last: a model exists once its card does. */
    ModelOutcome write(
            TrainRequest request,
            LearningPlan plan,
            FeatureBuilder builder,
            FraudTraining.Trained trained,
            LabelledRows rows,
            String inputSha256) {
        String version = inputSha256.substring(0, VERSION_LENGTH);
        String prefix = Keys.model(request.bankId(), "fraud", version);
        Encoded model = encode(trained.scorer());
        ModelOutcome.Status status =
                trained.basicReason().isEmpty() ? ModelOutcome.Status.TRAINED : ModelOutcome.Status.BASIC;
        ModelCard described = new ModelCard(
                request.bankId(),
                ModelOutcome.Kind.FRAUD,
                version,
                model.algorithm,
                status,
                trained.basicReason(),
                builder.names(),
                builder.channels(),
                plan,
                trained.split(),
                trained.metrics(),
                trained.importance(),
                trained.parameters(),
                trained.notes(),
                new Origin(
                        request.manifest().sha256(),
                        inputSha256,
                        request.seed(),
                        FraudTrainer.ALGORITHM_VERSION,
                        Map.of("lightgbm4j", NativeLibrary.VERSION, "java", System.getProperty("java.version"))),
                model.file,
                Hashes.sha256(model.bytes));
        byte[] card = JsonCodec.encode(described);
        String page = FraudReport.html(described, trained.curves(), builder.definitions());
        objects.put(prefix + PAGE, page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
        objects.put(prefix + CURVES, JsonCodec.encode(trained.curves()), "application/json");
        objects.put(prefix + FEATURES, JsonCodec.encode(new Features(builder.definitions())), "application/json");
        objects.put(prefix + model.file, model.bytes, model.contentType);
        DriftReference reference = reference(described, plan, trained, rows);
        objects.put(prefix + REFERENCE, JsonCodec.encode(reference), "application/json");
        objects.put(prefix + CARD, card, "application/json");
        return new ModelOutcome(
                request.bankId(),
                ModelOutcome.Kind.FRAUD,
                status,
                trained.basicReason(),
                prefix + CARD,
                Hashes.sha256(card),
                trained.metrics());
    }

    private static DriftReference reference(
            ModelCard card, LearningPlan plan, FraudTraining.Trained trained, LabelledRows rows) {
        FraudPlan fraud = plan.fraud();
        if (fraud == null) {
            throw new BugFault("a fraud model of bank " + card.bankId() + " without a plan");
        }
        TemporalSplit split = TemporalSplit.of(rows, fraud);
        double[] scores = new double[split.test().size()];
        double[] row = new double[rows.names().size()];
        for (int i = 0; i < scores.length; i++) {
            rows.features().copy(split.test().from() + i, row);
            scores[i] = trained.calibrator().apply(trained.scorer().probability(row));
        }
        return DriftReference.of(card.version(), rows, split.trainEnd(), card.channels(), scores);
    }

    /** Whether what an outcome names is still there; an outcome without a model names nothing. */
    boolean stand(ModelOutcome outcome) {
        String key = outcome.modelKey();
        if (key == null) {
            return true;
        }
        String prefix = key.substring(0, key.length() - CARD.length());
        return objects.head(key).isPresent()
                && (objects.head(prefix + TREES).isPresent()
                        || objects.head(prefix + LINE).isPresent());
    }

    private static Encoded encode(Scorer scorer) {
        return switch (scorer) {
            case Scorer.Trees trees ->
                new Encoded(ModelCard.LIGHTGBM, TREES, trees.text().getBytes(StandardCharsets.UTF_8), "text/plain");
            case Scorer.Line line ->
                new Encoded(ModelCard.LOGISTIC, LINE, JsonCodec.encode(line.model()), "application/json");
        };
    }

    /** The definitions of a model's features, in its order. */
    private record Features(List<FeatureDefinition> features) {}

    @SuppressWarnings("ArrayRecordComponent") // Lives within one write; never compared.
    private record Encoded(String algorithm, String file, byte[] bytes, String contentType) {}
}
