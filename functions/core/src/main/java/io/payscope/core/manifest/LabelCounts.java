package io.payscope.core.manifest;

/**
 * How many rows carry which label.
 *
 * @param fraud rows known to be fraud
 * @param legitimate rows known not to be
 * @param unknown rows of which neither is known
 */
public record LabelCounts(long fraud, long legitimate, long unknown) {

    /** @return all rows */
    public long total() {
        return fraud + legitimate + unknown;
    }
}
