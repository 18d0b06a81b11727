package io.payscope.core.config;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings that functions read from their environment. A setting without a default must be given where it is read. */
public enum Setting {
    BUCKET(null, "Bucket that holds raw, prepared and uploaded data, parts, receipts, models and reports"),
    S3_ENDPOINT("", "URL of an S3-compatible store; empty for AWS"),
    S3_ACCESS_KEY("", "Access key for S3_ENDPOINT; empty to use the function's role"),
    S3_SECRET_KEY("", "Secret of S3_ACCESS_KEY"),
    LEDGER_URL(null, "JDBC URL of PostgreSQL, jdbc:aws-wrapper:postgresql://host:port/database"),
    LEDGER_USER(null, "Role that the functions log in as; owns nothing, bypasses nothing"),
    LEDGER_PASSWORD(null, "Password of LEDGER_USER"),
    LEDGER_OWNER_USER(null, "Role that owns the schema; read by migrate-stores only"),
    LEDGER_OWNER_PASSWORD(null, "Password of LEDGER_OWNER_USER"),
    GRAPH_URI(null, "Bolt URI of Neo4j, bolt://host:port or neo4j+s://host"),
    GRAPH_USER("neo4j", "User of Neo4j"),
    GRAPH_PASSWORD(null, "Password of GRAPH_USER; empty where authentication is off"),
    VECTORS_HOST("", "URL of a Pinecone-compatible control plane; empty for Pinecone"),
    VECTORS_API_KEY(null, "API key of the vector index"),
    VECTORS_INDEX("payscope", "Name of the vector index"),
    VECTORS_CLOUD("aws", "Cloud in which migrate-stores creates the vector index"),
    VECTORS_REGION("us-east-1", "Region of VECTORS_CLOUD in which migrate-stores creates the vector index"),
    KAGGLE_ENDPOINT(
            "", "URL of another API with Kaggle's routes; empty for Kaggle. Credentials: datasets/KAGGLE_SETUP.md"),
    SECRETS(
            "",
            "Variables whose values lie in AWS Secrets Manager: VARIABLE=ARN#field, comma-separated; read at start"),
    MAX_DOCUMENTS("200", "Documents embedded for one bank, at most"),
    REVIEW_COST("5", "Cost of reviewing one fraud alert, in units of the bank's currency; weighed by train-fraud"),
    ALERT_BUDGET("0.01", "Share of the payments that can be reviewed, above 0 to 1; weighed by train-fraud"),
    INCARNATION("", "Generation of the process; a claim of another generation is dead. Set by the local runner"),
    CLAIM_SECONDS("900", "Seconds after which a claim is dead whatever its generation"),
    GB_SECOND_USD("0.0000166667", "List price of one GB-second of Lambda in US dollars, for the cost metric"),
    JWKS_URL(null, "Where the public keys of the token issuer are"),
    JWT_ISSUER("https://payscope.invalid/", "Issuer that tokens must name"),
    JWT_AUDIENCE("payscope-admin", "Audience that tokens must name"),
    PIPELINE_ARN("", "State machine that POST /admin/runs starts; empty where none is started"),
    STATES_ENDPOINT("", "URL of what speaks Step Functions' protocol; empty for AWS"),
    CONFIRMATION_KEY("", "Signs confirmations of erasures, 32 characters or more; empty for one of each process"),
    BEDROCK_MODEL("", "Model or inference profile of Amazon Bedrock that words api-questions' answers; empty for none");

    /** What the name of every environment variable begins with. */
    public static final String PREFIX = "PAYSCOPE_";

    private final @Nullable String defaultValue;
    private final String meaning;

    Setting(@Nullable String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** @return name of the environment variable */
    public String variable() {
        return PREFIX + name();
    }

    /** @return what it is when not given, or empty if it must be given */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** @return what it is for, one line */
    public String meaning() {
        return meaning;
    }

    /** @return the setting that an environment variable gives, or empty if none does */
    public static Optional<Setting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
