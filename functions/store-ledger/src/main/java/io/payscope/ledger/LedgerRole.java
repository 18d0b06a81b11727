package io.payscope.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The functions' role on a database that is new: it may log in, and by PostgreSQL's defaults nothing else. */
final class LedgerRole {

    /** Quoted by the server itself: neither name nor password can be a parameter of CREATE ROLE. */
    private static final String CREATE = """
        SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', ?, ?)
         WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = ?)\
        """;

    private LedgerRole() {}

    /** Creates the role; one that exists is left as it is, password included. */
    static void ensure(DataSource owner, String role, String password) throws SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement create = connection.prepareStatement(CREATE)) {
            create.setString(1, role);
            create.setString(2, password);
            create.setString(3, role);
            try (ResultSet missing = create.executeQuery();
                    Statement statement = connection.createStatement()) {
                if (missing.next()) {
                    statement.execute(missing.getString(1));
                }
            }
        }
    }
}
