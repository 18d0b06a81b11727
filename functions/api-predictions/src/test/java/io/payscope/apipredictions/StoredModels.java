package io.payscope.apipredictions;

import io.payscope.core.manifest.ForecastPlan;
import io.payscope.core.manifest.FraudPlan;
import io.payscope.core.manifest.LearningPlan;
import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.registry.PromotionVerdict;
import io.payscope.core.registry.RegisteredModel;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.ModelOutcome.Kind;
import io.payscope.learning.card.ModelCard;
import io.payscope.learning.card.Origin;
import io.payscope.learning.feature.FeatureBuilder;
import io.payscope.learning.forecast.ForecastModel;
import io.payscope.wire.dataset.InMemoryObjects;
import io.payscope.wire.json.Hashes;
import io.payscope.wire.json.JsonCodec;
import io.payscope.wire.registry.ModelRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Models as training leaves them: file, card, and a decision in the registry. */
final class StoredModels {

    static final ForecastPlan PLAN = new ForecastPlan(Grain.DAY, 7, 28, 14);

    private final InMemoryObjects objects;
    private final ModelRegistry registry;

    StoredModels(InMemoryObjects objects) {
        this.objects = objects;
        this.registry = new ModelRegistry(objects, Clock.systemUTC());
    }

    ModelRegistry registry() {
        return registry;
    }

    /** Trees of one split, that every payment goes through to the same side: the raw score is the leaf's. */
    static String trees(int features, String objective, double leaf) {
        String names = IntStream.range(0, features).mapToObj(i -> "Column_" + i).collect(Collectors.joining(" "));
        String infos = IntStream.range(0, features).mapToObj(_ -> "[0:1]").collect(Collectors.joining(" "));
        return """
            tree
            version=v4
            num_class=1
            num_tree_per_iteration=1
            label_index=0
            max_feature_idx=%d
            objective=%s
            feature_names=%s
            feature_infos=%s
            tree_sizes=1

            Tree=0
            num_leaves=2
            num_cat=0
            split_feature=0
            split_gain=4.5
            threshold=inf
            decision_type=2
            left_child=-1
            right_child=-2
            leaf_value=%s 9
            shrinkage=1

            end of trees

            feature_importances:
            """.formatted(features - 1, objective, names, infos, leaf);
    }

    /** Stores boosted trees of a bank whose raw score is the same for every payment, and lets them serve. */
    String fraud(BankId bank, String version, double leaf) {
        FeatureBuilder builder = new FeatureBuilder(List.of(), Duration.ofDays(7));
        byte[] trees = trees(builder.names().size(), "binary sigmoid:1", leaf).getBytes(StandardCharsets.UTF_8);
        LearningPlan plan = new LearningPlan(new FraudPlan(0.6, 0.2, 168, 1, 1), null);
        ModelCard card = card(bank, Kind.FRAUD, version, ModelCard.LIGHTGBM, builder.names(), plan, "model.txt", trees);
        return serve(card, trees);
    }

    /** Stores forecasts of a bank and lets them serve. */
    String forecast(BankId bank, String version, ForecastModel model, @Nullable ForecastPlan plan) {
        byte[] body = JsonCodec.encode(model);
        List<String> series = model.series().stream().map(one -> one.name()).toList();
        ModelCard card = card(
                bank,
                Kind.FORECAST,
                version,
                ModelCard.SERIES,
                series,
                new LearningPlan(null, plan),
                "model.json",
                body);
        return serve(card, body);
    }

    private static ModelCard card(
            BankId bank,
            Kind kind,
            String version,
            String algorithm,
            List<String> features,
            LearningPlan plan,
            String file,
            byte[] model) {
        return new ModelCard(
                bank,
                kind,
                version,
                algorithm,
                ModelOutcome.Status.TRAINED,
                "",
                features,
                List.of(),
                plan,
                null,
                Map.of("threshold", 0.5, "volumeMase", 0.8, "volumeCoverage80", 0.79, "amountMase", 0.9),
                List.of(),
                Map.of(),
                List.of(),
                new Origin("", "", 1, "", Map.of()),
                file,
                Hashes.sha256(model));
    }

    private String serve(ModelCard card, byte[] model) {
        String prefix = "models/" + card.bankId().segment() + "/"
                + card.kind().name().toLowerCase(Locale.ROOT) + "/" + card.version() + "/";
        byte[] body = JsonCodec.encode(card);
        objects.put(prefix + card.modelFile(), model, "text/plain");
        objects.put(prefix + "card.json", body, "application/json");
        registry.register(
                card.bankId(),
                card.kind(),
                new RegisteredModel(card.version(), prefix + "card.json", Hashes.sha256(body)),
                "run",
                _ -> new PromotionVerdict(true, List.of(), "better"));
        return prefix;
    }
}
