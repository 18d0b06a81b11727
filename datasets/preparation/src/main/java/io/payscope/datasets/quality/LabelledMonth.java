package io.payscope.datasets.quality;

/**
 * The valid rows of one month, UTC.
 *
 * @param month such as {@code 2017-11}
 * @param fraud rows known to be fraud
 * @param legitimate rows known not to be
 * @param unknown rows of which neither is known
 */
public record LabelledMonth(String month, long fraud, long legitimate, long unknown) {

    /** @return all rows, at least 1 */
    public long rows() {
        return fraud + legitimate + unknown;
    }
}
