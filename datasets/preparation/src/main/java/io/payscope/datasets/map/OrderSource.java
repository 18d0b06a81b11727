package io.payscope.datasets.map;

import io.payscope.core.model.Label;
import io.payscope.core.model.LifecycleStage;
import io.payscope.core.model.PayeeKind;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.MappingSpec;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.RefusalSink;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Orders of a marketplace, one transaction each, joined with what was summed for them before. Not thread-safe. */
final class OrderSource implements RowSource {

    private static final long MICROS = 1_000_000;
    private static final double DAY_SECONDS = 86_400;

    /** Features that do not come from the items. */
    private static final int OWN_FEATURES = 4;

    private final BankEntry entry;
    private final FieldTable orders;
    private final OrderPayments payments;
    private final @Nullable OrderItems items;
    private final @Nullable Persons persons;
    private final RefusalSink rejects;
    private final ZoneClock clock;
    private final Map<String, LifecycleStage> stages;
    private final Text status = new Text();
    private final int id;
    private final int customer;
    private final int purchase;
    private final int estimate;
    private final int statusColumn;

    OrderSource(
            BankEntry entry,
            FieldTable orders,
            OrderPayments payments,
            @Nullable OrderItems items,
            @Nullable Persons persons,
            RefusalSink rejects) {
        MappingSpec mapping = entry.rawMapping();
        this.entry = entry;
        this.orders = orders;
        this.payments = payments;
        this.items = items;
        this.persons = persons;
        this.rejects = rejects;
        this.clock =
                new ZoneClock(ZoneId.of(Objects.requireNonNull(mapping.time().zone(), "zone is null")));
        this.stages = Objects.requireNonNull(mapping.lifecycle().stages(), "stages is null");
        this.id = orders.column("order_id");
        this.customer = orders.column("customer_id");
        this.purchase = orders.column(mapping.time().column());
        this.estimate = orders.column("order_estimated_delivery_date");
        this.statusColumn = orders.column("order_status");
    }

    @Override
    public List<String> features() {
        return entry.rawMapping().featureNames();
    }

    @Override
    public MappedRow newRow() {
        return new MappedRow(entry.currency(), entry.rawMapping().features().size());
    }

    @Override
    public boolean next(MappedRow row) throws IOException {
        while (orders.nextValid(rejects)) {
            long hash = orders.textHash(id);
            int paid = payments.find(hash);
            if (paid < 0) {
                refuse("payment_value", CommonRule.JOINED.id(), "the order has no payment");
            } else if (payments.isUnreadable(paid)) {
                refuse("payment_value", CommonRule.JOINED.id(), "a payment of the order was refused");
            } else if (map(row, hash, paid)) {
                return true;
            }
        }
        return false;
    }

    private boolean map(MappedRow row, long hash, int paid) throws IOException {
        long seconds = clock.toUtc((long) orders.number(purchase));
        if (seconds == ZoneClock.GAP) {
            refuse(orders.columnName(purchase), CommonRule.TIME_GAP.id(), orders.shown(purchase));
            return false;
        }
        orders.text(id, row.id);
        row.micros = seconds * MICROS;
        row.unscaledAmount = payments.sum(paid);
        row.amountScale = OrderPayments.SCALE;
        row.channel.set(payments.mainType(paid));
        if (persons == null || !persons.find(orders.textHash(customer), row.payer)) {
            orders.text(customer, row.payer);
        }
        row.label = Label.UNKNOWN;
        orders.text(statusColumn, status);
        row.lifecycle = stages.getOrDefault(status.toString(), LifecycleStage.INITIATED);
        row.sourceRow = orders.row();
        row.hashHigh = orders.hash().high();
        row.hashLow = orders.hash().low();
        int held = held(hash);
        row.payee.clear();
        row.payeeKind = held < 0 ? PayeeKind.UNKNOWN : PayeeKind.MERCHANT;
        if (items != null && held >= 0) {
            items.seller(held, row.payee);
        }
        features(row.features, paid, held);
        return true;
    }

    /** The order's place among the items; none where one of its items was refused. */
    private int held(long order) {
        int found = items == null ? -1 : items.find(order);
        return found >= 0 && items != null && items.isUnreadable(found) ? -1 : found;
    }

    /** In the order of the catalog. */
    private void features(double[] target, int paid, int held) {
        target[0] = payments.count(paid);
        target[1] = payments.types(paid);
        target[2] = payments.installments(paid);
        target[3] = (orders.number(estimate) - orders.number(purchase)) / DAY_SECONDS;
        if (items == null || held < 0) {
            Arrays.fill(target, OWN_FEATURES, target.length, Double.NaN);
            return;
        }
        target[4] = items.count(held);
        target[5] = items.price(held);
        target[6] = items.freight(held);
        target[7] = items.productCount(held);
        target[8] = items.sellerCount(held);
        target[9] = items.categoryCount(held);
        target[10] = items.weight(held);
        target[11] = items.volume(held);
    }

    @Override
    public void refuse(String column, String rule, String value) throws IOException {
        rejects.refuse(orders.file(), orders.line(), column, rule, value);
    }

    @Override
    public long line() {
        return orders.line();
    }

    @Override
    public long rowsRead() {
        return orders.row();
    }

    @Override
    public void close() throws IOException {
        orders.close();
    }
}
