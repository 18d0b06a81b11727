package io.payscope.datasets.simulate;

import static io.payscope.datasets.simulate.MarketplaceIds.CUSTOMER;
import static io.payscope.datasets.simulate.MarketplaceIds.ORDER;
import static io.payscope.datasets.simulate.MarketplaceIds.PERSON;
import static io.payscope.datasets.simulate.MarketplaceIds.PRODUCT;
import static io.payscope.datasets.simulate.MarketplaceIds.SELLER;

import java.io.IOException;

/** What the files of orders, payments, items and customers hold of one order. */
final class MarketplaceRows {

    private static final byte[][] STATUSES =
            OnlineRow.texts("delivered", "shipped", "canceled", "unavailable", "processing");
    private static final byte[][] TYPES =
            OnlineRow.texts("credit_card", "boleto", "debit_card", "voucher", "not_defined");
    private static final int DELIVERED = 0;
    private static final int SHIPPED = 1;
    private static final int CANCELLED = 2;
    private static final int UNAVAILABLE = 3;
    private static final int CREDIT_CARD = 0;
    private static final int BOLETO = 1;
    private static final int DEBIT_CARD = 2;
    private static final int VOUCHER = 3;
    private static final int NOT_DEFINED = 4;
    private static final double UNPAID_SHARE = 0.05;
    private static final int MOST_INSTALMENTS = 10;
    private static final long DAY = 86_400;

    private MarketplaceRows() {}

    static void order(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException {
        ORDER.write(out, habits, order.order);
        CUSTOMER.write(out, habits, order.order);
        out.bytes(STATUSES[order.fate]).localTime(order.purchase);
        optional(out, order.fate != CANCELLED || order.paymentDraw < 0.5, order.approved);
        optional(out, order.fate <= SHIPPED, order.sent);
        optional(out, order.fate == DELIVERED, order.delivered);
        out.localTime(order.estimated).endRow(dirt);
    }

    private static void optional(RawFileWriter out, boolean present, long time) {
        if (present) {
            out.localTime(time);
        } else {
            out.empty();
        }
    }

    /** The payments of an order add up to what its items cost; a cancelled order may have one of nothing. */
    static void payments(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException {
        if (order.fate == CANCELLED && order.paymentDraw < UNPAID_SHARE) {
            payment(out, order, habits, 1, NOT_DEFINED, 1, 0);
            out.endRow(dirt);
            return;
        }
        double draw = order.paymentDraw;
        int type = draw < MarketplaceOrders.CARDS
                ? CREDIT_CARD
                : draw < MarketplaceOrders.CARDS_AND_SLIPS ? BOLETO : DEBIT_CARD;
        long voucher = order.total / (order.vouchers + 1);
        long most = Math.min(MOST_INSTALMENTS, 1 + order.total / 2_500);
        long instalments = type == CREDIT_CARD ? 1 + (long) (draw / MarketplaceOrders.CARDS * most) : 1;
        payment(out, order, habits, 1, type, instalments, order.total - order.vouchers * voucher);
        out.endRow(dirt);
        for (int i = 0; i < order.vouchers; i++) {
            payment(out, order, habits, i + 2, VOUCHER, 1, voucher);
            out.endRow(dirt);
        }
    }

    private static void payment(
            RawFileWriter out,
            MarketplaceOrders order,
            Habits habits,
            int number,
            int type,
            long instalments,
            long cents) {
        ORDER.write(out, habits, order.order);
        out.whole(number).bytes(TYPES[type]).whole(instalments).fixed(cents, 2);
    }

    /** What is unavailable has no items, as in the original. */
    static void items(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException {
        for (int i = 0; i < order.items && order.fate != UNAVAILABLE; i++) {
            ORDER.write(out, habits, order.order);
            out.whole(i + 1L);
            PRODUCT.write(out, habits, order.products[i]);
            SELLER.write(out, habits, order.seller(i));
            out.localTime(order.approved + 6 * DAY)
                    .fixed(order.prices[i], 2)
                    .fixed(order.freights[i], 2)
                    .endRow(dirt);
        }
    }

    /** The customer id is the order's own; the person is behind the second. */
    static void customer(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException {
        CUSTOMER.write(out, habits, order.order);
        PERSON.write(out, habits, order.person);
        MarketplacePlaces.write(out, order.state, order.person);
        out.endRow(dirt);
    }
}
