package io.payscope.core.stage;

import java.util.OptionalLong;

/** A result that knows how much data passed through its stage. */
public interface Measured {

    /** @return how much it was */
    Volume volume();

    /**
     * An amount of data; what a stage does not know is empty, not 0.
     *
     * @param rows transactions
     * @param bytes uncompressed bytes of the canonical parts
     */
    record Volume(OptionalLong rows, OptionalLong bytes) {

        /** Nothing is known. */
        public static final Volume UNKNOWN = new Volume(OptionalLong.empty(), OptionalLong.empty());

        /** @return a volume of which only the rows are known */
        public static Volume ofRows(long rows) {
            return new Volume(OptionalLong.of(rows), OptionalLong.empty());
        }

        /** @return a volume of which all is known */
        public static Volume of(long rows, long bytes) {
            return new Volume(OptionalLong.of(rows), OptionalLong.of(bytes));
        }
    }
}
