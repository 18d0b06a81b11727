package io.payscope.datasets.map;

import io.payscope.datasets.primitive.ByteArena;
import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.primitive.Text;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
import java.io.IOException;
import java.util.Arrays;

/**
 * What each order holds, summed over its items: about 190 bytes an order in memory. What is asked of the products is
 * known of an order only if it is known of each of its items: a sum over some would be too small. Not thread-safe.
 */
final class OrderItems {

    private static final int ABSENT = -1;

    /** Sums are of whole numbers, so that the order of the items makes no difference. */
    private static final double SCALE = 1e6;

    private final LongTable slots = new LongTable();
    private final LongTable seen = new LongTable();
    private final ByteArena texts = new ByteArena();
    private final Text text = new Text();
    private final Products products;
    private final DistinctValues distinctProducts = new DistinctValues();
    private final DistinctValues distinctSellers = new DistinctValues();
    private final DistinctValues categories = new DistinctValues();
    private int[] counts = new int[1024];
    private long[] prices = new long[1024];
    private long[] freights = new long[1024];
    private boolean[] unreadable = new boolean[1024];
    private double[] firstItems = new double[1024];
    private long[] sellers = new long[1024];
    private double[] grams = new double[1024];
    private double[] volumes = new double[1024];
    private boolean[] uncategorised = new boolean[1024];

    private OrderItems(Products products) {
        this.products = products;
    }

    /** Reads the file whole; the table is closed afterwards. */
    static OrderItems read(FieldTable table, Products products, Rejects rejects) throws IOException {
        OrderItems items = new OrderItems(products);
        try (table) {
            while (table.next()) {
                if (!table.read()) {
                    FieldTable.Refusal refusal = table.refusal();
                    rejects.refuseSide(table.file(), table.line(), refusal.column(), refusal.rule(), refusal.value());
                    items.spoil(table);
                } else if (!items.add(table)) {
                    rejects.refuseSide(
                            table.file(), table.line(), "order_item_id", CommonRule.UNIQUE_ID.id(), "repeated");
                }
            }
        }
        return items;
    }

    private boolean add(FieldTable table) {
        long order = table.textHash(table.column("order_id"));
        double item = table.number(table.column("order_item_id"));
        int before = seen.size();
        seen.putIfAbsent(order + (long) item * 0x9e3779b97f4a7c15L, 0);
        if (seen.size() == before) {
            return false;
        }
        int slot = slot(order);
        if (counts[slot] == 0 || item < firstItems[slot]) {
            table.text(table.column("seller_id"), text);
            sellers[slot] = texts.add(text.bytes(), 0, text.length());
            firstItems[slot] = item;
        }
        counts[slot]++;
        prices[slot] += Math.round(table.number(table.column("price")) * SCALE);
        freights[slot] += Math.round(table.number(table.column("freight_value")) * SCALE);
        distinctSellers.add(slot, table.textHash(table.column("seller_id")));
        addProduct(slot, table.textHash(table.column("product_id")));
        return true;
    }

    /** What is summed for an order with an item that could not be read would be wrong. */
    private void spoil(FieldTable table) {
        int order = table.column("order_id");
        if (table.isSplit() && !table.isMissing(order)) {
            unreadable[slot(table.textHash(order))] = true;
        }
    }

    private int slot(long order) {
        int slot = (int) slots.putIfAbsent(order, slots.size());
        if (slot == counts.length) {
            grow(slot * 2);
        }
        return slot;
    }

    private void addProduct(int slot, long product) {
        distinctProducts.add(slot, product);
        int place = products.find(product);
        grams[slot] += products.grams(place);
        volumes[slot] += products.volume(place);
        if (products.hasCategory(place)) {
            categories.add(slot, products.category(place));
        } else {
            uncategorised[slot] = true;
        }
    }

    private void grow(int size) {
        counts = Arrays.copyOf(counts, size);
        prices = Arrays.copyOf(prices, size);
        freights = Arrays.copyOf(freights, size);
        unreadable = Arrays.copyOf(unreadable, size);
        firstItems = Arrays.copyOf(firstItems, size);
        sellers = Arrays.copyOf(sellers, size);
        grams = Arrays.copyOf(grams, size);
        volumes = Arrays.copyOf(volumes, size);
        uncategorised = Arrays.copyOf(uncategorised, size);
    }

    /** The order's place, or a negative number if it has no item. */
    int find(long orderHash) {
        return (int) slots.get(orderHash, ABSENT);
    }

    /** Whether an item of the order was refused. */
    boolean isUnreadable(int slot) {
        return unreadable[slot];
    }

    int count(int slot) {
        return counts[slot];
    }

    double price(int slot) {
        return prices[slot] / SCALE;
    }

    double freight(int slot) {
        return freights[slot] / SCALE;
    }

    int productCount(int slot) {
        return distinctProducts.count(slot);
    }

    int sellerCount(int slot) {
        return distinctSellers.count(slot);
    }

    /** NaN where the category of an item is not known. */
    double categoryCount(int slot) {
        return uncategorised[slot] ? Double.NaN : categories.count(slot);
    }

    /** In grams; NaN where the weight of an item is not known. */
    double weight(int slot) {
        return grams[slot];
    }

    /** In cubic centimetres; NaN where the size of an item is not known. */
    double volume(int slot) {
        return volumes[slot];
    }

    /** The seller of the item with the lowest number. */
    void seller(int slot, Text target) {
        texts.get(sellers[slot], target);
    }
}
