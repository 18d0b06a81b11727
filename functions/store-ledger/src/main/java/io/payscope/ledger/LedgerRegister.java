package io.payscope.ledger;

import io.payscope.core.model.BankId;
import io.payscope.core.model.Grain;
import io.payscope.core.port.BucketSpan;
import io.payscope.core.port.ModelRecord;
import io.payscope.core.port.RegisterReader;
import io.payscope.core.port.RunRecord;
import io.payscope.core.stage.ModelOutcome;
import io.payscope.core.stage.RunSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the ledger's registers. */
public final class LedgerRegister implements RegisterReader {

    private static final String COLUMNS = "SELECT run_id, status, summary_uri, message, started_at, recorded_at ";

    private static final String RUNS = COLUMNS + """
        FROM run_registry WHERE started_at < COALESCE(?::timestamptz, 'infinity')
        ORDER BY started_at DESC, run_id LIMIT ?\
        """;

    private static final String RUN = COLUMNS + "FROM run_registry WHERE run_id = ?";

    private static final String MODELS = """
        SELECT kind, model_key, model_sha256, status, run_id, recorded_at
        FROM model_registry WHERE bank_id = ? ORDER BY recorded_at DESC, model_key\
        """;

    private static final String BUCKETS = """
        SELECT 'HOUR', count(*), COALESCE(sum(volume), 0), min(bucket_start), max(bucket_start)
        FROM hourly_buckets WHERE bank_id = ?
        UNION ALL
        SELECT 'DAY', count(*), COALESCE(sum(volume), 0), min(bucket_start), max(bucket_start)
        FROM daily_buckets WHERE bank_id = ?\
        """;

    private final TenantTransactions transactions;

    public LedgerRegister(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<RunRecord> runs(@Nullable Instant before, int limit) {
        return transactions.callWithoutBank(
                "reading the runs", connection -> Sql.list(connection, LedgerRegister::runRow, RUNS, before, limit));
    }

    @Override
    public Optional<RunRecord> run(String runId) {
        return transactions.callWithoutBank(
                "reading a run", connection -> Sql.find(connection, LedgerRegister::runRow, RUN, runId));
    }

    @Override
    public List<ModelRecord> models(BankId bank) {
        return transactions.call(
                bank,
                "reading the models",
                connection -> Sql.list(connection, LedgerRegister::modelRow, MODELS, bank.value()));
    }

    @Override
    public List<BucketSpan> buckets(BankId bank) {
        return transactions.call(
                bank,
                "reading what the buckets cover",
                connection -> Sql.list(connection, LedgerRegister::spanRow, BUCKETS, bank.value(), bank.value()));
    }

    private static RunRecord runRow(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getString(1),
                RunSummary.RunStatus.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                Sql.instant(row, 5),
                Sql.instant(row, 6));
    }

    private static ModelRecord modelRow(ResultSet row) throws SQLException {
        return new ModelRecord(
                ModelOutcome.Kind.valueOf(row.getString(1)),
                row.getString(2),
                row.getString(3),
                ModelOutcome.Status.valueOf(row.getString(4)),
                row.getString(5),
                Sql.instant(row, 6));
    }

    private static BucketSpan spanRow(ResultSet row) throws SQLException {
        return new BucketSpan(
                Grain.valueOf(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                instantOrNull(row, 4),
                instantOrNull(row, 5));
    }

    private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
