package io.payscope.learning.feature;

import java.util.Arrays;
import java.util.List;

/**
 * The graph of who paid whom in the month up to an instant, as numbers of each party: its degree, the links to others
 * that share a counterparty with it, and the risk that comes over those links. It uses the labels of all rows up to the
 * instant, so a row may look at it only once the label delay has gone by. Its rows take 4 bytes while it is made, its
 * parties 24 bytes.
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
     * Makes a snapshot.
     *
     * @param parties all payers, by index
     * @param payeeCount number of payees
     * @param at milliseconds since 1970
     */
    static GraphSnapshot of(List<Party> parties, int payeeCount, long at) {
        Side payers = new Side(parties.size());
        Side payees = new Side(payeeCount);
        int[] rows = new int[payeeCount];
        int[] frauds = new int[payeeCount];
        int[][] links = new int[parties.size()][];
        for (Party payer : parties) {
            links[payer.index()] = links(payer, at, rows, frauds);
            payers.degree[payer.index()] = links[payer.index()].length;
            for (int payee : links[payer.index()]) {
                payees.degree[payee]++;
            }
        }
        for (int payer = 0; payer < links.length; payer++) {
            double risk = 0;
            for (int payee : links[payer]) {
                risk += frauds[payee] / (double) rows[payee];
                payers.shared[payer] += payees.degree[payee] - 1;
                payees.shared[payee] += payers.degree[payer] - 1;
            }
            payers.risk[payer] = links[payer].length == 0 ? 0 : risk / links[payer].length;
        }
        for (int payer = 0; payer < links.length; payer++) {
            for (int payee : links[payer]) {
                payees.risk[payee] += payers.risk[payer] / payees.degree[payee];
            }
        }
        return new GraphSnapshot(at, payers, payees);
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
            return party < degree.length && degree[party] > 0;
        }
    }
}
