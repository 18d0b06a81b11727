package io.payscope.datasets.archive;

/**
 * One entry as the archive states it.
 *
 * @param path its path
 * @param statedPath the path as written in the archive, where a library reads it otherwise; else equal to path
 * @param kind what it is
 * @param bytes uncompressed bytes
 * @param compressedBytes compressed bytes, or -1 where entries are not compressed one by one
 */
record ArchiveItem(String path, String statedPath, Kind kind, long bytes, long compressedBytes) {

    enum Kind {
        FILE,
        FOLDER,
        LINK,
        SPECIAL,
        UNREADABLE
    }

    /** @return the last part of the path */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
