package io.payscope.apiadmin;

import io.payscope.apiadmin.AdminReport.Answering;
import io.payscope.apiadmin.AdminReport.BankRecord;
import io.payscope.core.fault.Fault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.RunRecord;
import io.payscope.core.stage.DatasetValidation;
import io.payscope.core.stage.ValidateDatasetsRequest;
import io.payscope.http.Answer;
import io.payscope.http.Call;
import io.payscope.http.Handler;
import io.payscope.http.NoBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /admin/validate-datasets}: whatever does not answer is said to, and the rest is answered. */
final class ValidationRoute implements Handler<NoBody> {

    static final List<BankId> BANKS =
            IntStream.rangeClosed(1, 5).mapToObj(BankId::new).toList();

    private static final Logger LOG = LoggerFactory.getLogger(ValidationRoute.class);

    private final AdminStores stores;

    ValidationRoute(AdminStores stores) {
        this.stores = stores;
    }

    @Override
    public Answer<AdminReport> handle(Call<NoBody> call) {
        DatasetValidation found = stores.validation()
                .run(new ValidateDatasetsRequest(call.principal().subject(), BANKS));
        @Nullable
        List<RunRecord> runs = ask("the last run", () -> stores.register().runs(null, 1));
        boolean answers = runs != null;
        return Answer.ok(new AdminReport(
                found.verdict(),
                found.findings(),
                records(answers),
                answers ? Answering.AVAILABLE : Answering.UNAVAILABLE,
                runs == null || runs.isEmpty() ? null : runs.getFirst(),
                answers ? ask("the audit log's end", stores.log()::head) : null));
    }

    /** A ledger that did not answer just now is not asked again for each bank: each time costs a timeout. */
    private List<BankRecord> records(boolean ledgerAnswers) {
        List<BankRecord> records = new ArrayList<>();
        boolean answers = ledgerAnswers;
        for (BankId bank : BANKS) {
            @Nullable BankRecord record = answers ? ask("the register of bank " + bank, () -> record(bank)) : null;
            answers = record != null;
            records.add(record != null ? record : new BankRecord(bank, Answering.UNAVAILABLE, List.of(), List.of()));
        }
        return records;
    }

    private BankRecord record(BankId bank) {
        return new BankRecord(
                bank,
                Answering.AVAILABLE,
                stores.register().buckets(bank),
                stores.register().models(bank));
    }

    private static <T> @Nullable T ask(String what, Supplier<T> store) {
        try {
            return store.get();
        } catch (Fault fault) {
            LOG.warn("{} could not be read", what, fault);
            return null;
        }
    }
}
