package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;
import java.io.IOException;
import java.time.LocalDate;
import java.util.SplittableRandom;

/**
 * What is sold on the marketplace, and by whom. A product belongs to a category with a price level of its own; within a
 * category few products have most of the sales; gifts are bought before Christmas.
 */
final class MarketplaceProducts {

    private static final String PRODUCTS = "olist_products_dataset.csv";
    private static final String PRODUCT_HEADER = "\"product_id\",\"product_category_name\",\"product_name_lenght\","
            + "\"product_description_lenght\",\"product_photos_qty\",\"product_weight_g\",\"product_length_cm\","
            + "\"product_height_cm\",\"product_width_cm\"";
    private static final String SELLERS = "olist_sellers_dataset.csv";
    private static final String SELLER_HEADER =
            "\"seller_id\",\"seller_zip_code_prefix\",\"seller_city\",\"seller_state\"";
    private static final String TRANSLATION = "product_category_name_translation.csv";

    private static final double ROWS_PER_PRODUCT = 3;
    private static final double UNCATEGORISED = 0.02;
    private static final double FAVOURITE = 0.4;
    private static final int LEVEL = 30;
    private static final int SELLER = 31;
    private static final int HOME = 32;
    private static final int SHAPE = 33;

    /** Category, its English name, share of the sales, mean of ln(price), whether it is given as a present. */
    private record Category(String name, String english, double share, double logPrice, boolean gift) {}

    private static final Category[] CATEGORIES = {
        new Category("cama_mesa_banho", "bed_bath_table", 0.14, 4.3, false),
        new Category("beleza_saude", "health_beauty", 0.12, 4.3, false),
        new Category("esporte_lazer", "sports_leisure", 0.1, 4.4, false),
        new Category("moveis_decoracao", "furniture_decor", 0.1, 4.2, false),
        new Category("informatica_acessorios", "computers_accessories", 0.09, 4.4, false),
        new Category("utilidades_domesticas", "housewares", 0.08, 4.1, false),
        new Category("relogios_presentes", "watches_gifts", 0.07, 4.9, true),
        new Category("telefonia", "telephony", 0.05, 3.7, false),
        new Category("ferramentas_jardim", "garden_tools", 0.05, 4.3, false),
        new Category("automotivo", "auto", 0.05, 4.5, false),
        new Category("brinquedos", "toys", 0.04, 4.4, true),
        new Category("cool_stuff", "cool_stuff", 0.04, 4.8, true),
        new Category("perfumaria", "perfumery", 0.03, 4.5, true),
        new Category("bebes", "baby", 0.02, 4.5, false),
        new Category("eletronicos", "electronics", 0.01, 3.5, false),
        new Category("papelaria", "stationery", 0.01, 4.2, false)
    };

    private final Habits habits;
    private final SimulationSpec parameters;
    private final Popularity products;
    private final Popularity sellers;

    MarketplaceProducts(long rows, Habits habits, SimulationSpec parameters) {
        this.habits = habits;
        this.parameters = parameters;
        long ofCategory = Math.max(2, (long) (rows / ROWS_PER_PRODUCT / CATEGORIES.length));
        this.products = new Popularity(ofCategory, parameters.popularity());
        this.sellers =
                new Popularity(Math.max(20, (long) (rows / parameters.rowsPerMerchant())), parameters.popularity());
    }

    /**
     * A product that a person buys on a day.
     *
     * @param favourite the person's category, as a place between 0 and 1
     * @param draw decides, between 0 and 1
     * @param rank decides within the category, between 0 and 1
     */
    long product(double favourite, double draw, double rank, LocalDate day) {
        boolean own = draw < FAVOURITE;
        double place = own ? favourite : (draw - FAVOURITE) / (1 - FAVOURITE);
        boolean gifts = day.getMonthValue() == 12 && day.getDayOfMonth() < 24 || day.getMonthValue() == 11;
        int category = category(gifts && !own && place < 0.08 ? 0.75 + place * 2.5 : place);
        return products.rank(rank) * CATEGORIES.length + category;
    }

    private static int category(double place) {
        double left = place;
        int category = 0;
        while (category < CATEGORIES.length - 1 && left >= CATEGORIES[category].share()) {
            left -= CATEGORIES[category++].share();
        }
        return category;
    }

    long seller(long product) {
        return sellers.rank(habits.uniform(product, SELLER));
    }

    int sellerState(long seller) {
        double home = habits.uniform(seller, HOME);
        return MarketplacePlaces.state(home < 0.3 ? 0 : home);
    }

    /** What a product costs when the prices have risen by e^{@code drift}, in cents. */
    long price(long product, double drift) {
        double level = CATEGORIES[(int) (product % CATEGORIES.length)].logPrice();
        return 10 * (long) (StrictMath.exp(level + 0.8 * habits.normal(product, LEVEL) + drift) * 10) + 90;
    }

    long grams(long product) {
        return 50 + (long) StrictMath.exp(6 + 1.1 * habits.normal(product, SHAPE));
    }

    /** Writes the files of products, sellers and category names. */
    void write(RawSink sink, SplittableRandom random) throws IOException {
        Dirt dirt = new Dirt(parameters, random.split(), MarketplaceStains.ofOtherFiles());
        try (RawFileWriter out = sink.open(PRODUCTS)) {
            out.header(PRODUCT_HEADER);
            for (long product = 0; product < products.members() * CATEGORIES.length; product++) {
                product(out, product, random.nextDouble() < UNCATEGORISED);
                out.endRow(dirt);
            }
        }
        try (RawFileWriter out = sink.open(SELLERS)) {
            out.header(SELLER_HEADER);
            for (long seller = 0; seller < sellers.members(); seller++) {
                MarketplaceIds.SELLER.write(out, habits, seller);
                MarketplacePlaces.write(out, sellerState(seller), seller);
                out.endRow(dirt);
            }
        }
        try (RawFileWriter out = sink.open(TRANSLATION)) {
            // The original begins with a byte order mark.
            out.header("\ufeffproduct_category_name,product_category_name_english");
            for (Category category : CATEGORIES) {
                out.text(category.name()).text(category.english()).endRow();
            }
        }
    }

    private void product(RawFileWriter out, long product, boolean bare) {
        MarketplaceIds.PRODUCT.write(out, habits, product);
        if (bare) {
            out.empty().empty().empty().empty();
        } else {
            long bits = habits.bits(product, SHAPE + 1);
            out.text(CATEGORIES[(int) (product % CATEGORIES.length)].name());
            out.whole(20 + (bits & 31)).whole(100 + (bits >>> 5 & 1023)).whole(1 + (bits >>> 15 & 3));
        }
        long bits = habits.bits(product, SHAPE + 2);
        out.whole(grams(product))
                .whole(16 + (bits & 31))
                .whole(2 + (bits >>> 5 & 31))
                .whole(11 + (bits >>> 10 & 31));
    }
}
