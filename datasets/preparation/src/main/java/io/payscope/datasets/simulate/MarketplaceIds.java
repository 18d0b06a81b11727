package io.payscope.datasets.simulate;

/** The ids of the marketplace: 32 hex digits that show nothing of the number behind them. */
enum MarketplaceIds {
    ORDER,
    CUSTOMER,
    PERSON,
    PRODUCT,
    SELLER,
    REVIEW;

    private static final int FIRST_TRAIT = 200;

    void write(RawFileWriter out, Habits habits, long number) {
        int trait = FIRST_TRAIT + 2 * ordinal();
        out.quotedHex(habits.bits(number, trait), habits.bits(number, trait + 1));
    }
}
