package io.payscope.runner.testing;

/** Rows in the raw schema of bank 3. */
public final class MobileMoneyFile {

    private static final String HEADER = "step,type,amount,nameOrig,oldbalanceOrg,newbalanceOrig,nameDest,"
            + "oldbalanceDest,newbalanceDest,isFraud,isFlaggedFraud\n";

    /** A row that is refused for its negative amount. */
    public static final String REFUSED_ROW = "14,TRANSFER,-5,C770,9000,8000,C880,0,0,0,0\n";

    private MobileMoneyFile() {}

    /** @return a file with a valid row for each number; the rows of different numbers differ */
    public static String of(int from, int to) {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = from; i < to; i++) {
            rows.append("%d,TRANSFER,%d.50,C77%07d,9000,8000,C88%07d,0,0,0,0%n".formatted(i, 100 + i, i, i));
        }
        return rows.toString();
    }
}
