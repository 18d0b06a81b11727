package io.payscope.learning.feature;

import java.util.Arrays;
import java.util.List;

/**
 * The graph of who paid whom in the month up to an instant, as numbers of each party: its degree, the links to others
 * that share a counterparty with it, and the risk that comes over those links. It uses the labels of all rows up to the
 * instant, so a row may look at it only once the label delay has gone by. Its rows take 4 bytes while it is made, its
 * links 8 bytes more, its parties 24 bytes.
 */
final class GraphSnapshot {

    private final long at;
    private final Side payers;
    private final Side payees;

    private GraphSnapshot(long at, Side payers, Side payees) {
        this.at = at;
        this.payers = payers;
        this.payees = payees;
    }

    /** @return the snapshot before anything happened */
    static GraphSnapshot empty() {
        return new GraphSnapshot(Long.MIN_VALUE, new Side(0), new Side(0));
    }

    /**
     * Makes a snapshot of the payers' own rows.
     *
     * @param parties all payers, by index
     * @param payeeCount number of payees
     * @param at milliseconds since 1970
     */
    static GraphSnapshot of(List<Party> parties, int payeeCount, long at) {
        int[] rows = new int[payeeCount];
        int[] frauds = new int[payeeCount];
        int[][] links = new int[parties.size()][];
        for (Party payer : parties) {
            links[payer.index()] = links(payer, at, rows, frauds);
        }
        return of(links, rows, frauds, at);
    }

    /**
     * Makes a snapshot. The same graph gives the same bits in whatever order its parties are numbered.
     *
     * @param links different payees, by payer
     * @param rows transactions of the month, by payee
     * @param frauds those that were fraud, by payee
     * @param at milliseconds since 1970
     */
    static GraphSnapshot of(int[][] links, int[] rows, int[] frauds, long at) {
        Side payers = new Side(links.length);
        Side payees = new Side(rows.length);
        for (int payer = 0; payer < links.length; payer++) {
            payers.degree[payer] = links[payer].length;
            for (int payee : links[payer]) {
                payees.degree[payee]++;
            }
        }
        double[][] shares = new double[rows.length][];
        int[] filled = new int[rows.length];
        for (int payer = 0; payer < links.length; payer++) {
            int[] linked = links[payer];
            double[] risks = new double[linked.length];
            for (int i = 0; i < linked.length; i++) {
                int payee = linked[i];
                risks[i] = frauds[payee] / (double) rows[payee];
                payers.shared[payer] += payees.degree[payee] - 1;
                payees.shared[payee] += payers.degree[payer] - 1;
            }
            payers.risk[payer] = mean(risks);
            for (int payee : linked) {
                if (shares[payee] == null) {
                    shares[payee] = new double[payees.degree[payee]];
                }
                shares[payee][filled[payee]++] = payers.risk[payer];
            }
        }
        for (int payee = 0; payee < rows.length; payee++) {
            payees.risk[payee] = shares[payee] == null ? 0 : mean(shares[payee]);
        }
        return new GraphSnapshot(at, payers, payees);
    }

    /** Adds in the order of size: the order of the parties must not show in the last bits. */
    private static double mean(double[] risks) {
        Arrays.sort(risks);
        double sum = 0;
        for (double risk : risks) {
            sum += risk;
        }
        return risks.length == 0 ? 0 : sum / risks.length;
    }

    /** The different payees of a payer's month; their rows and frauds are counted on the way. */
    private static int[] links(Party payer, long at, int[] rows, int[] frauds) {
        int from = payer.firstAfter(at - Windows.MONTH_MILLIS);
        int to = payer.firstAfter(at);
        int[] found = new int[to - from];
        int size = 0;
        for (int row = from; row < to; row++) {
            int payee = payer.counterparty(row);
            if (payee >= 0) {
                found[size++] = payee;
                rows[payee]++;
                frauds[payee] += payer.fraud(row) ? 1 : 0;
            }
        }
        Arrays.sort(found, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[distinct++] = found[i];
            }
        }
        return Arrays.copyOf(found, distinct);
    }

    /** @return the instant, milliseconds since 1970 */
    long at() {
        return at;
    }

    Side payers() {
        return payers;
    }

    Side payees() {
        return payees;
    }

    /** The numbers of the payers or of the payees, by index. */
    static final class Side {

        private final int[] degree;
        private final double[] shared;
        private final double[] risk;

        private Side(int parties) {
            degree = new int[parties];
            shared = new double[parties];
            risk = new double[parties];
        }

        /** @return different counterparties; missing for a party without rows in the month */
        double degree(int party) {
            return has(party) ? degree[party] : Double.NaN;
        }

        /** @return links over a shared counterparty to another party of the same side; missing likewise */
        double shared(int party) {
            return has(party) ? shared[party] : Double.NaN;
        }

        /** @return the risk that came over the links, 0 to 1; missing likewise */
        double risk(int party) {
            return has(party) ? risk[party] : Double.NaN;
        }

        private boolean has(int party) {
            return party >= 0 && party < degree.length && degree[party] > 0;
        }
    }
}
