package io.payscope.infra;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** Stores that exist already: parameters name their addresses and the secrets with the passwords. */
final class GivenAccess implements StoreAccess {

    private final String ledgerUrl;
    private final String ledgerUser;
    private final String ledgerOwnerUser;
    private final String graphUri;
    private final ISecret ledger;
    private final ISecret ledgerOwner;
    private final ISecret graph;
    private final ISecret vectors;
    private final @Nullable ISecret kaggle;

    GivenAccess(Construct scope, boolean withKaggle) {
        ledgerUrl = Parameters.add(scope, "LedgerUrl", "JDBC URL of PostgreSQL through the AWS wrapper");
        ledgerUser = Parameters.add(scope, "LedgerUser", "Role that the functions log in as");
        ledgerOwnerUser = Parameters.add(scope, "LedgerOwnerUser", "Role that owns the schema");
        graphUri = Parameters.add(scope, "GraphUri", "Bolt URI of Neo4j");
        ledger = Parameters.secret(scope, "LedgerSecret", "payscope/ledger", "field password");
        ledgerOwner = Parameters.secret(scope, "LedgerOwnerSecret", "payscope/ledger-owner", "field password");
        graph = Parameters.secret(scope, "GraphSecret", "payscope/graph", "field password");
        vectors = Parameters.secret(scope, "VectorsSecret", "payscope/vectors", "field apiKey");
        kaggle = withKaggle
                ? Parameters.secret(scope, "KaggleSecret", "payscope/kaggle", "fields token, username, key")
                : null;
    }

    @Override
    public Map<String, String> variables(Need need) {
        return switch (need) {
            case LEDGER -> Map.of("PAYSCOPE_LEDGER_URL", ledgerUrl, "PAYSCOPE_LEDGER_USER", ledgerUser);
            case LEDGER_OWNER -> Map.of("PAYSCOPE_LEDGER_OWNER_USER", ledgerOwnerUser);
            case GRAPH -> Map.of("PAYSCOPE_GRAPH_URI", graphUri);
            case OBJECTS, VECTORS, TOKENS, KAGGLE, ERASURE -> Map.of();
        };
    }

    @Override
    public List<SecretField> secrets(Need need) {
        return switch (need) {
            case LEDGER -> List.of(new SecretField("PAYSCOPE_LEDGER_PASSWORD", ledger, "password"));
            case LEDGER_OWNER -> List.of(new SecretField("PAYSCOPE_LEDGER_OWNER_PASSWORD", ledgerOwner, "password"));
            case GRAPH -> List.of(new SecretField("PAYSCOPE_GRAPH_PASSWORD", graph, "password"));
            case VECTORS -> List.of(new SecretField("PAYSCOPE_VECTORS_API_KEY", vectors, "apiKey"));
            case KAGGLE -> kaggle == null ? List.of() : Parameters.kaggle(kaggle);
            case OBJECTS, TOKENS, ERASURE -> List.of();
        };
    }

    @Override
    public @Nullable DataStack network() {
        return null;
    }

    @Override
    public void allowLogin(Function function) {
        // The password of the secret is all that it needs.
    }
}
