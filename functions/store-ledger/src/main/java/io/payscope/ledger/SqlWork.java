package io.payscope.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done inside one transaction.
 *
 * @param <T> what it finds
 */
@FunctionalInterface
public interface SqlWork<T> {

    /**
     * Does it. The connection is the caller's: it must be neither committed nor closed nor kept.
     *
     * @throws SQLException if the database refuses
     */
    T run(Connection connection) throws SQLException;
}
