package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Files in the schema of Olist: orders, their payments, items, customers and reviews, and the products, sellers and
 * places behind them. Orders grow over the span, with a weekly cycle, a yearly one, days of sales and holidays;
 * customers return rarely; one order in 30 is paid by several vouchers. There are no frauds, as there is no label.
 */
final class MarketplaceSimulator implements Simulator {

    private static final String ORDERS = "\"order_id\",\"customer_id\",\"order_status\",\"order_purchase_timestamp\","
            + "\"order_approved_at\",\"order_delivered_carrier_date\",\"order_delivered_customer_date\","
            + "\"order_estimated_delivery_date\"";
    private static final String PAYMENTS =
            "\"order_id\",\"payment_sequential\",\"payment_type\",\"payment_installments\",\"payment_value\"";
    private static final String ITEMS = "\"order_id\",\"order_item_id\",\"product_id\",\"seller_id\","
            + "\"shipping_limit_date\",\"price\",\"freight_value\"";
    private static final String CUSTOMERS = "\"customer_id\",\"customer_unique_id\",\"customer_zip_code_prefix\","
            + "\"customer_city\",\"customer_state\"";

    @Override
    public void write(long rawRows, long seed, SimulationSpec parameters, RawSink sink) throws IOException {
        Run run = new Run(rawRows, seed, parameters, sink);
        run.write("olist_orders_dataset.csv", ORDERS, false, MarketplaceStains.ofOrders(), MarketplaceRows::order);
        run.write(
                "olist_order_payments_dataset.csv",
                PAYMENTS,
                true,
                MarketplaceStains.ofPayments(),
                MarketplaceRows::payments);
        run.write("olist_order_items_dataset.csv", ITEMS, true, MarketplaceStains.ofItems(), MarketplaceRows::items);
        run.write(
                "olist_customers_dataset.csv",
                CUSTOMERS,
                false,
                MarketplaceStains.ofCustomers(),
                MarketplaceRows::customer);
        run.write(
                "olist_order_reviews_dataset.csv",
                MarketplaceReviews.HEADER,
                false,
                MarketplaceStains.ofOtherFiles(),
                MarketplaceReviews::write);
        run.products.write(sink, run.random);
        MarketplacePlaces.writeCoordinates(sink, parameters, run.random);
    }

    /** Writes what a file holds of one order. */
    private interface Rows {

        void write(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException;
    }

    private static final class Run {

        private final long rows;
        private final long seed;
        private final SimulationSpec parameters;
        private final RawSink sink;
        private final Habits habits;
        private final MarketplaceProducts products;
        private final SplittableRandom random;

        Run(long rows, long seed, SimulationSpec parameters, RawSink sink) {
            this.rows = rows;
            this.seed = seed;
            this.parameters = parameters;
            this.sink = sink;
            this.habits = new Habits(seed);
            this.products = new MarketplaceProducts(rows, habits, parameters);
            this.random = new SplittableRandom(seed + 1);
        }

        void write(String file, String header, boolean priced, List<List<Stain>> stains, Rows rowsOfOrder)
                throws IOException {
            MarketplaceOrders orders =
                    new MarketplaceOrders(rows, habits, products, parameters, priced, new SplittableRandom(seed));
            Dirt dirt = new Dirt(parameters, random.split(), stains);
            try (RawFileWriter out = sink.open(file)) {
                out.header(header);
                for (long i = 0; i < rows; i++) {
                    orders.next();
                    rowsOfOrder.write(out, orders, dirt, habits);
                }
            }
        }
    }
}
