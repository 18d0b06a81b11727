package io.payscope.graph;

import io.payscope.core.model.BankId;
import java.util.function.Function;

/**
 * The graph of one bank. Whatever this module asks about a bank's data goes through here, and nothing here can be
 * asked without naming the bank.
 */
final class BankGraph {

    private final GraphConnection connection;
    private final BankId bank;

    BankGraph(GraphConnection connection, BankId bank) {
        this.connection = connection;
        this.bank = bank;
    }

    /** Does all of the work in one transaction, or nothing of it. The work may be called again. */
    <T> T write(String doing, Function<BankQueries, T> work) {
        return connection.write(
                doing + " of bank " + bank, transaction -> work.apply(new BankQueries(transaction, bank)));
    }

    /** Reads in one transaction. The work may be called again. */
    <T> T read(String doing, Function<BankQueries, T> work) {
        return connection.read(
                doing + " of bank " + bank, transaction -> work.apply(new BankQueries(transaction, bank)));
    }
}
