package io.payscope.datasets.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Parameters of a bank's simulator. What each law does with them is written in {@code datasets/SIMULATION.md}.
 *
 * @param surplus raw rows written for each row asked for, at least 1, so that sampling is real
 * @param fraudRate share of the raw rows that are fraud; 0 where the source has no label
 * @param duplicateShare share of the raw rows written twice
 * @param dirtyShare share of the raw rows spoilt in a way that a rule must catch
 * @param days time span
 * @param growth how much more payments a day the span ends with than it began with: 0 none, 1 twice as many
 * @param drift strength of the change over the span: 0 none, 1 the laws as written
 * @param popularity exponent of the law by which the k-th most popular merchant has a share of about 1 / k^popularity
 * @param rowsPerCustomer mean number of rows of a customer
 * @param rowsPerMerchant mean number of rows of a merchant
 * @param fraud how frauds come about; null where the source has no label
 */
public record SimulationSpec(
        double surplus,
        double fraudRate,
        double duplicateShare,
        double dirtyShare,
        int days,
        double growth,
        double drift,
        double popularity,
        double rowsPerCustomer,
        double rowsPerMerchant,
        @Nullable FraudLaw fraud) {

    /** @return raw rows to write for a number of rows asked for */
    public long rawRows(long rows) {
        return (long) Math.ceil(rows * surplus);
    }

    /**
     * The same laws with other dirt.
     *
     * @param spoilt share of the raw rows that a rule must catch, or null for this one's
     * @param copied share of the raw rows written twice, or null for this one's
     */
    public SimulationSpec withDirt(@Nullable Double spoilt, @Nullable Double copied) {
        return new SimulationSpec(
                surplus,
                fraudRate,
                copied == null ? duplicateShare : copied,
                spoilt == null ? dirtyShare : spoilt,
                days,
                growth,
                drift,
                popularity,
                rowsPerCustomer,
                rowsPerMerchant,
                fraud);
    }

    /** @return whether every parameter lies in its range and frauds have a law exactly where there are frauds */
    public boolean isValid() {
        boolean shares = surplus >= 1
                && fraudRate >= 0
                && fraudRate < 0.5
                && duplicateShare >= 0
                && dirtyShare >= 0
                && duplicateShare + dirtyShare < 1;
        boolean laws = days >= 1 && growth >= 0 && drift >= 0 && drift <= 4 && popularity >= 0 && popularity <= 3;
        boolean sizes = rowsPerCustomer >= 1 && rowsPerMerchant >= 1;
        return shares && laws && sizes && (fraud == null ? fraudRate == 0 : fraud.isValid());
    }

    /**
     * How frauds come about.
     *
     * @param hiddenShare share of the frauds that are drawn like honest payments, so that nothing tells them
     * @param early the mechanisms in the first part of the span
     * @param late the mechanisms in the last part
     */
    public record FraudLaw(double hiddenShare, Mix early, Mix late) {

        boolean isValid() {
            return hiddenShare >= 0
                    && hiddenShare <= 1
                    && early != null
                    && late != null
                    && early.isValid()
                    && late.isValid();
        }
    }

    /**
     * Weights of the mechanisms by which frauds that are not hidden begin.
     *
     * @param takeover an account falls into other hands and pays in a burst
     * @param compromised payments where a merchant, terminal or batch of cards is compromised for a period
     * @param organised cash-out chains, rings that share address and device, card testing: what the bank's page says
     * @param spike a single payment far above the account's level
     */
    public record Mix(double takeover, double compromised, double organised, double spike) {

        boolean isValid() {
            boolean positive = takeover >= 0 && compromised >= 0 && organised >= 0 && spike >= 0;
            return positive && takeover + compromised + organised + spike > 0;
        }
    }
}
