package io.payscope.infra;

import java.util.Locale;
import java.util.Set;
import software.amazon.awscdk.RemovalPolicy;
import software.constructs.Node;

/**
 * What a deployment may choose by {@code -c name=value}; every choice has a default.
 *
 * @param environment {@code environment}: part of every stack's name
 * @param data {@code data}: whether the Data stack is made; otherwise parameters name existing stores
 * @param dbInstanceClass {@code dbInstanceClass}: such as {@code t4g.medium}
 * @param dbStorageGib {@code dbStorageGib}: allocated at first, in GiB; grows to four times that
 * @param multiAz {@code multiAz}: whether the database has a standby in another zone
 * @param natGateways {@code natGateways}: one per zone at most
 * @param budgetUsd {@code budgetUsd}: for a month, in US dollars
 * @param runCostUsd {@code runCostUsd}: above which the functions' cost in an hour raises an alarm, in US dollars
 * @param alarmMail {@code alarmMail}: who is told; empty for nobody
 * @param removal {@code removalPolicy}: {@code retain} (and protect) or {@code destroy}
 * @param nativeImages {@code packaging}: {@code jvm} or {@code native}
 * @param requestsPerSecond {@code requestsPerSecond}: that the API lets through
 * @param kaggle {@code kaggle}: whether prepare-dataset has credentials for Kaggle
 * @param migrate {@code migrate}: whether a deployment runs migrate-stores; as {@code data} by default
 * @param secretsGeneration {@code secretsGeneration}: to be changed after a secret was, so that snapshots are renewed
 */
record DeploymentContext(
        String environment,
        boolean data,
        String dbInstanceClass,
        int dbStorageGib,
        boolean multiAz,
        int natGateways,
        int budgetUsd,
        int runCostUsd,
        String alarmMail,
        RemovalPolicy removal,
        boolean nativeImages,
        int requestsPerSecond,
        boolean kaggle,
        boolean migrate,
        String secretsGeneration) {

    /** @throws IllegalArgumentException naming the context value that is none of those allowed */
    static DeploymentContext from(Node node) {
        boolean data = flag(node, "data", "true");
        return new DeploymentContext(
                text(node, "environment", "dev"),
                data,
                text(node, "dbInstanceClass", "t4g.medium"),
                number(node, "dbStorageGib", "50"),
                flag(node, "multiAz", "false"),
                number(node, "natGateways", "1"),
                number(node, "budgetUsd", "200"),
                number(node, "runCostUsd", "5"),
                text(node, "alarmMail", ""),
                oneOf(node, "removalPolicy", "retain", "destroy").equals("retain")
                        ? RemovalPolicy.RETAIN
                        : RemovalPolicy.DESTROY,
                oneOf(node, "packaging", "jvm", "native").equals("native"),
                number(node, "requestsPerSecond", "50"),
                flag(node, "kaggle", "true"),
                flag(node, "migrate", Boolean.toString(data)),
                text(node, "secretsGeneration", "1"));
    }

    boolean retained() {
        return removal == RemovalPolicy.RETAIN;
    }

    /** @return the name of one of the stacks */
    String stackName(String stack) {
        return "payscope-" + environment + "-" + stack.toLowerCase(Locale.ROOT);
    }

    /** @return a context value as text, or the default */
    static String text(Node node, String name, String otherwise) {
        Object given = node.tryGetContext(name);
        return given == null ? otherwise : given.toString();
    }

    /** @return a context value that is a whole number from 0 */
    static int number(Node node, String name, String otherwise) {
        String value = text(node, name, otherwise);
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("context " + name + ": expected a whole number, found '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static boolean flag(Node node, String name, String otherwise) {
        String value = text(node, name, otherwise);
        if (!Set.of("true", "false").contains(value)) {
            throw new IllegalArgumentException("context " + name + ": expected true or false, found '" + value + "'");
        }
        return Boolean.parseBoolean(value);
    }

    private static String oneOf(Node node, String name, String otherwise, String alternative) {
        String value = text(node, name, otherwise);
        if (!Set.of(otherwise, alternative).contains(value)) {
            throw new IllegalArgumentException(
                    "context " + name + ": expected " + otherwise + " or " + alternative + ", found '" + value + "'");
        }
        return value;
    }
}
