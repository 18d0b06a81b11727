package io.payscope.datasets.map;

import io.payscope.datasets.primitive.LongTable;
import io.payscope.datasets.quality.CommonRule;
import io.payscope.datasets.quality.Rejects;
import java.io.IOException;
import java.util.Arrays;

/** What is known about each product: about 70 bytes a product in memory. Not thread-safe. */
final class Products {

    private static final int ABSENT = -1;
    private static final long NO_CATEGORY = 0;

    private final LongTable places = new LongTable();
    private long[] categories = new long[1024];
    private double[] grams = new double[1024];
    private double[] volumes = new double[1024];

    /** Knows no product. */
    static Products none() {
        return new Products();
    }

    /** Reads the file whole; the table is closed afterwards. The first row of a product counts. */
    static Products read(FieldTable table, Rejects rejects) throws IOException {
        Products products = new Products();
        try (table) {
            int id = table.column("product_id");
            while (table.next()) {
                if (!table.read()) {
                    FieldTable.Refusal refusal = table.refusal();
                    rejects.refuseSide(table.file(), table.line(), refusal.column(), refusal.rule(), refusal.value());
                } else if (!products.add(table, table.textHash(id))) {
                    rejects.refuseSide(
                            table.file(), table.line(), "product_id", CommonRule.UNIQUE_ID.id(), table.shown(id));
                }
            }
        }
        return products;
    }

    private boolean add(FieldTable table, long product) {
        int place = places.size();
        if (places.contains(product)) {
            return false;
        }
        places.putIfAbsent(product, place);
        if (place == grams.length) {
            categories = Arrays.copyOf(categories, place * 2);
            grams = Arrays.copyOf(grams, place * 2);
            volumes = Arrays.copyOf(volumes, place * 2);
        }
        int category = table.column("product_category_name");
        categories[place] = table.isMissing(category) ? NO_CATEGORY : table.textHash(category);
        grams[place] = table.number(table.column("product_weight_g"));
        volumes[place] = table.number(table.column("product_length_cm"))
                * table.number(table.column("product_height_cm"))
                * table.number(table.column("product_width_cm"));
        return true;
    }

    /** The product's place, or a negative number if it is not known. */
    int find(long productHash) {
        return (int) places.get(productHash, ABSENT);
    }

    /** Whether the product at a place has a category. */
    boolean hasCategory(int place) {
        return place >= 0 && categories[place] != NO_CATEGORY;
    }

    /** Hash of the category of the product at a place. */
    long category(int place) {
        return categories[place];
    }

    /** Weight in grams, NaN where it is not known. */
    double grams(int place) {
        return place < 0 ? Double.NaN : grams[place];
    }

    /** Length times height times width in cubic centimetres, NaN where one is not known. */
    double volume(int place) {
        return place < 0 ? Double.NaN : volumes[place];
    }
}
