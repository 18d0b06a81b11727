package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * Files in the schema of Olist: orders, their payments, items and customers. Orders grow over the span, with a weekly
 * cycle, a yearly one and one day of sales; customers return rarely; one order in 30 is paid by several vouchers. Every
 * file is drawn from the order's number again, so that none has to be remembered.
 */
final class MarketplaceSimulator implements Simulator {

    private static final String ORDERS = "olist_orders_dataset.csv";
    private static final String PAYMENTS = "olist_order_payments_dataset.csv";
    private static final String ITEMS = "olist_order_items_dataset.csv";
    private static final String CUSTOMERS = "olist_customers_dataset.csv";
    private static final String[] STATES = {"SP", "RJ", "MG", "RS", "PR", "SC", "BA"};
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long FIRST_SECOND = LocalDate.of(2017, 1, 5).toEpochDay() * DAY;
    private static final int HOURS_OF_DAY = 24;
    private static final int SALES_DAY = 323;
    private static final double[] WEEK = {1.02, 0.98, 0.78, 0.86, 1.2, 1.15, 1.1};
    private static final int PRICE = 1;
    private static final int FREIGHT = 2;
    private static final int PAYMENT = 3;
    private static final int SELLER = 4;
    private static final int PERSON = 5;
    private static final int STATUS = 6;
    private static final int COUNT = 7;

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        Run run = new Run(rawRows, seed, parameters);
        run.orders(sink);
        run.payments(sink);
        run.items(sink);
        run.customers(sink);
    }

    /** Weekdays begin at the first day, a Thursday. */
    private static double weight(int hour, int days) {
        int day = hour / HOURS_OF_DAY;
        double trend = 0.45 + 1.1 * day / days;
        double season = 1 + 0.12 * Math.sin(2 * Math.PI * day / 365.25);
        double sales = day == SALES_DAY ? 4 : 1;
        return Arrivals.DAY[hour % HOURS_OF_DAY] * WEEK[day % 7] * trend * season * sales;
    }

    private static final class Run {

        private final long rows;
        private final Habits habits;
        private final SimulationSpec parameters;
        private final SplittableRandom random;

        Run(long rows, long seed, SimulationSpec parameters) {
            this.rows = rows;
            this.habits = new Habits(seed);
            this.parameters = parameters;
            this.random = new SplittableRandom(seed);
        }

        void orders(RawSink sink) throws IOException {
            Arrivals arrivals = new Arrivals(
                    rows, parameters.days() * HOURS_OF_DAY, hour -> weight(hour, parameters.days()), random.split());
            Dirt dirt = new Dirt(parameters, random.split());
            try (RawFileWriter out = sink.open(ORDERS)) {
                out.header("order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
                        + "order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date");
                for (long order = 0; order < rows; order++) {
                    order(out, order, FIRST_SECOND + arrivals.next(), dirt);
                }
            }
        }

        private void order(RawFileWriter out, long order, long purchase, Dirt dirt) throws IOException {
            double fate = habits.uniform(order, STATUS);
            boolean delivered = fate < 0.97;
            boolean sent = fate < 0.98;
            String other = fate < 0.99 ? "canceled" : "unavailable";
            String status = delivered ? "delivered" : sent ? "shipped" : other;
            id(out, order, 'o');
            id(out, order, 'c').text(status).localTime(purchase);
            if (dirt.spoils()) {
                out.spoil("2017-02-30 10:00:00");
            }
            out.localTime(purchase + MINUTE * (10 + order % 90));
            optional(out, sent, purchase + HOUR * (40 + order % 50));
            optional(out, delivered, purchase + HOUR * (180 + order % 200));
            out.localTime(purchase / DAY * DAY + DAY * (12 + order % 25));
            out.endRow(dirt.copies());
        }

        private static void optional(RawFileWriter out, boolean present, long time) {
            if (present) {
                out.localTime(time);
            } else {
                out.empty();
            }
        }

        void payments(RawSink sink) throws IOException {
            try (RawFileWriter out = sink.open(PAYMENTS)) {
                out.header("order_id,payment_sequential,payment_type,payment_installments,payment_value");
                for (long order = 0; order < rows; order++) {
                    long total = 0;
                    for (int item = 0; item < items(order); item++) {
                        total += price(order, item) + freight(order, item);
                    }
                    double draw = habits.uniform(order, PAYMENT);
                    int vouchers = draw < 0.033 ? 1 + (int) (order % 3) : 0;
                    long voucher = total / (vouchers + 1);
                    String type = draw < 0.8 ? "credit_card" : draw < 0.98 ? "boleto" : "debit_card";
                    long installments = type.equals("credit_card") ? 1 + (long) (draw * 37) % 10 : 1;
                    payment(out, order, 1, type, installments, total - vouchers * voucher);
                    for (int i = 0; i < vouchers; i++) {
                        payment(out, order, i + 2, "voucher", 1, voucher);
                    }
                }
            }
        }

        private void payment(RawFileWriter out, long order, int number, String type, long installments, long cents)
                throws IOException {
            id(out, order, 'o')
                    .whole(number)
                    .text(type)
                    .whole(installments)
                    .fixed(cents, 2)
                    .endRow(false);
        }

        void items(RawSink sink) throws IOException {
            try (RawFileWriter out = sink.open(ITEMS)) {
                out.header("order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value");
                for (long order = 0; order < rows; order++) {
                    for (int item = 0; item < items(order); item++) {
                        long seller = seller(order);
                        id(out, order, 'o').whole(item + 1L);
                        id(out, seller * 50 + order % 40, 'p');
                        id(out, seller, 's').empty();
                        out.fixed(price(order, item), 2)
                                .fixed(freight(order, item), 2)
                                .endRow(false);
                    }
                }
            }
        }

        void customers(RawSink sink) throws IOException {
            try (RawFileWriter out = sink.open(CUSTOMERS)) {
                out.header("customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state");
                for (long order = 0; order < rows; order++) {
                    long person = (long) (habits.uniform(order, PERSON) * rows * 4);
                    id(out, order, 'c');
                    id(out, person, 'u').whole(10_000 + person % 80_000).text("cidade");
                    out.text(STATES[(int) (person % STATES.length)]).endRow(false);
                }
            }
        }

        private int items(long order) {
            double draw = habits.uniform(order, COUNT);
            return draw < 0.9 ? 1 : draw < 0.97 ? 2 : 3;
        }

        private long price(long order, int item) {
            return 500 + (long) (Math.exp(4.1 + 0.9 * habits.normal(order * 8 + item, PRICE)) * 100);
        }

        private long freight(long order, int item) {
            return 700 + (long) (Math.exp(2.2 + 0.5 * habits.normal(order * 8 + item, FREIGHT)) * 100);
        }

        /** Few sellers have most of the orders. */
        private long seller(long order) {
            double draw = habits.uniform(order, SELLER);
            return (long) (draw * draw * draw * Math.max(20, rows / 40));
        }

        private RawFileWriter id(RawFileWriter out, long number, char kind) {
            return out.hex(habits.bits(number, kind), habits.bits(number, kind + 1));
        }
    }
}
