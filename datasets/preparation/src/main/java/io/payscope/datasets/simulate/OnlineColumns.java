package io.payscope.datasets.simulate;

import java.util.StringJoiner;

/** Headers in the schema of the IEEE-CIS competition. */
final class OnlineColumns {

    /** Number of C columns. */
    static final int COUNTS = 14;

    /** Number of D columns. */
    static final int DELAYS = 15;

    /** Number of M columns. */
    static final int MATCHES = 9;

    private static final int COUNTED = 339;
    private static final int IDENTITIES = 38;

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
}
