package io.payscope.datasets.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** What the file of reviews holds of one order: one review in eleven is missing, most have no text. */
final class MarketplaceReviews {

    static final String HEADER = "\"review_id\",\"order_id\",\"review_score\",\"review_comment_title\","
            + "\"review_comment_message\",\"review_creation_date\",\"review_answer_timestamp\"";

    private static final long DAY = 86_400;
    private static final int TRAIT = 230;

    /** Texts with what a reader stumbles over: commas, doubled quotes, line breaks and letters beyond ASCII. */
    private static final byte[][] MESSAGES = Stream.of(
                    "Recebi bem antes do prazo estipulado.",
                    "\"Muito bom, recomendo\"",
                    "\"Chegou com defeito\r\n\r\naguardo a troca\"",
                    "\"O \"\"modelo\"\" não é o mesmo, já devolvi\"",
                    "Ótimo")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);

    private MarketplaceReviews() {}

    static void write(RawFileWriter out, MarketplaceOrders order, Dirt dirt, Habits habits) throws IOException {
        double draw = habits.uniform(order.order, TRAIT);
        if (draw > 0.91) {
            return;
        }
        MarketplaceIds.REVIEW.write(out, habits, order.order);
        MarketplaceIds.ORDER.write(out, habits, order.order);
        boolean late = order.fate != 0 || order.delivered > order.estimated;
        out.whole(late ? 1 + (long) (draw * 4) : Math.min(5, 3 + (long) (draw * 6)));
        boolean speaks = habits.uniform(order.order, TRAIT + 1) < 0.4;
        out.empty();
        if (speaks) {
            out.bytes(MESSAGES[(int) (habits.uniform(order.order, TRAIT + 2) * MESSAGES.length)]);
        } else {
            out.empty();
        }
        long asked = (order.delivered / DAY + 1) * DAY;
        out.localTime(asked).localTime(asked + (long) (habits.uniform(order.order, TRAIT + 3) * 5 * DAY));
        if (speaks) {
            out.endRow();
        } else {
            out.endRow(dirt);
        }
    }
}
