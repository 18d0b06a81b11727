package io.payscope.datasets.simulate;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Headers and identity rows in the schema of the IEEE-CIS competition. */
final class OnlineColumns {

    /** Number of C columns. */
    static final int COUNTS = 14;

    /** Number of D columns. */
    static final int DELAYS = 15;

    /** Number of M columns. */
    static final int MATCHES = 9;

    private static final int COUNTED = 339;
    private static final int IDENTITIES = 38;
    private static final String TEXT_COLUMNS = ",12,15,16,23,27,28,29,30,31,33,34,35,36,37,38,";

    private OnlineColumns() {}

    static String transactionHeader() {
        StringJoiner header = new StringJoiner(",");
        header.add("TransactionID,isFraud,TransactionDT,TransactionAmt,ProductCD,card1,card2,card3,card4,card5,card6");
        header.add("addr1,addr2,dist1,dist2,P_emaildomain,R_emaildomain");
        numbered(header, "C%d", COUNTS);
        numbered(header, "D%d", DELAYS);
        numbered(header, "M%d", MATCHES);
        numbered(header, "V%d", COUNTED);
        return header.toString();
    }

    static String identityHeader() {
        StringJoiner header = new StringJoiner(",");
        header.add("TransactionID");
        numbered(header, "id_%02d", IDENTITIES);
        return header.add("DeviceType,DeviceInfo").toString();
    }

    private static void numbered(StringJoiner header, String form, int count) {
        for (int i = 1; i <= count; i++) {
            header.add(form.formatted(i));
        }
    }

    /** Writes one row of the identity file. */
    static void identity(RawFileWriter out, long id, SplittableRandom random) throws IOException {
        out.whole(id);
        for (int i = 1; i <= IDENTITIES; i++) {
            if (TEXT_COLUMNS.contains("," + i + ",")) {
                out.text(i == 12 ? "NotFound" : "");
            } else if (i > 2 && random.nextDouble() < 0.5) {
                out.empty();
            } else {
                out.fixed(10L * random.nextInt(-50, 600), 1);
            }
        }
        out.text(random.nextDouble() < 0.6 ? "desktop" : "mobile")
                .text("Windows")
                .endRow(false);
    }
}
