package io.payscope.datasets.raw;

import io.payscope.datasets.quality.HeaderWarning;
import java.util.List;

/**
 * Where the columns of the catalog are in a file.
 *
 * @param positions for each column of the catalog, the position of its field
 * @param warnings names that were mapped or ignored, in the order of the file
 */
@SuppressWarnings("ArrayRecordComponent") // Read on every row, never compared.
public record HeaderMatch(int[] positions, List<HeaderWarning> warnings) {

    public HeaderMatch {
        warnings = List.copyOf(warnings);
    }
}
