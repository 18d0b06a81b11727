package io.payscope.datasets.catalog;

/**
 * Parameters of a bank's simulator.
 *
 * @param surplus raw rows written for each row asked for, at least 1, so that sampling is real
 * @param fraudRate share of the raw rows that are fraud; 0 where the source has no label
 * @param duplicateShare share of the raw rows written twice
 * @param dirtyShare share of the raw rows spoilt in a way that a rule must catch
 * @param days time span
 */
public record SimulationSpec(double surplus, double fraudRate, double duplicateShare, double dirtyShare, int days) {

    /** @return raw rows to write for a number of rows asked for */
    public long rawRows(long rows) {
        return (long) Math.ceil(rows * surplus);
    }
}
