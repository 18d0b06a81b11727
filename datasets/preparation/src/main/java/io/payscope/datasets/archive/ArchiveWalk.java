package io.payscope.datasets.archive;

import java.io.IOException;
import java.io.InputStream;

/** Goes through the entries of one kind of archive. */
interface ArchiveWalk {

    /** Sees each entry. */
    interface Visitor {

        /**
         * @param item the entry
         * @param content opens its uncompressed bytes, once, while the call lasts
         */
        void visit(ArchiveItem item, Content content) throws IOException;
    }

    /** The uncompressed bytes of an entry; they end with a fault where they are not what the archive states. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** Shows every entry to the visitor, in the order of the archive. */
    void walk(Visitor visitor) throws IOException;
}
