package io.payscope.datasets.archive;

/**
 * How large an archive may be when unpacked.
 *
 * @param ratio uncompressed bytes for each compressed byte, of an entry and of the whole; not judged below 1 MiB
 * @param totalBytes uncompressed bytes of all entries
 * @param entries files and folders
 */
public record ArchiveLimits(long ratio, long totalBytes, int entries) {

    /** Room for the largest source of the catalog, 1.3 GB, and far from what a bomb needs. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(100, 5L * 1000 * 1000 * 1000, 1000);

    /** A small file of equal rows compresses well and harms nobody. */
    private static final long RATIO_FLOOR_BYTES = 1 << 20;

    boolean exceedsRatio(long uncompressed, long compressed) {
        return uncompressed > RATIO_FLOOR_BYTES && uncompressed / ratio > compressed;
    }
}
