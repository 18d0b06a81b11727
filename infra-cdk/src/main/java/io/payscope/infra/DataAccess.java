package io.payscope.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.lambda.Function;
import software.constructs.Construct;

/** The stores of the Data stack, and a graph whose address a parameter names. */
final class DataAccess implements StoreAccess {

    private final DataStack data;
    private final String graphUri;

    DataAccess(Construct scope, DataStack data) {
        this.data = data;
        this.graphUri = Parameters.add(scope, "GraphUri", "Bolt URI of Neo4j, such as neo4j+s://host");
    }

    @Override
    public Map<String, String> variables(Need need) {
        return switch (need) {
            case LEDGER -> Map.of("PAYSCOPE_LEDGER_URL", data.ledgerUrl(), "PAYSCOPE_LEDGER_USER", DataStack.APP_ROLE);
            case LEDGER_OWNER ->
                Map.of(
                        "PAYSCOPE_LEDGER_URL",
                        data.ownerUrl(),
                        "PAYSCOPE_LEDGER_USER",
                        DataStack.APP_ROLE,
                        "PAYSCOPE_LEDGER_OWNER_USER",
                        DataStack.OWNER_ROLE);
            case GRAPH -> Map.of("PAYSCOPE_GRAPH_URI", graphUri);
            case OBJECTS, VECTORS, TOKENS, KAGGLE, ERASURE -> Map.of();
        };
    }

    @Override
    public List<SecretField> secrets(Need need) {
        return switch (need) {
            case LEDGER_OWNER ->
                List.of(
                        new SecretField("PAYSCOPE_LEDGER_OWNER_PASSWORD", data.owner(), "password"),
                        new SecretField("PAYSCOPE_LEDGER_PASSWORD", data.app(), "password"));
            case GRAPH -> List.of(new SecretField("PAYSCOPE_GRAPH_PASSWORD", data.graph(), "password"));
            case VECTORS -> List.of(new SecretField("PAYSCOPE_VECTORS_API_KEY", data.vectors(), "apiKey"));
            case KAGGLE -> Parameters.kaggle(data.kaggle());
            case OBJECTS, LEDGER, TOKENS, ERASURE -> List.of();
        };
    }

    @Override
    public DataStack network() {
        return data;
    }

    @Override
    public void allowLogin(Function function) {
        data.allowLogin(function);
    }
}
