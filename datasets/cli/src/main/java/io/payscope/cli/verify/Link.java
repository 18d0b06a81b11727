package io.payscope.cli.verify;

/** One link of the chain: something that is there, and what another thing says of it. */
public sealed interface Link {

    /** @return what is linked */
    Kind kind();

    /** @return key of what the link is about */
    String key();

    /** What is linked to what. */
    enum Kind {
        /** Raw files to the hashes that their simulation or download left beside them. */
        ORIGIN,
        /** A dataset's parents to raw files, uploaded files or other datasets. */
        SOURCE,
        /** A manifest to the hash that a receipt, a model card or a summary names. */
        MANIFEST,
        /** A part to its hash and number of rows. */
        PART,
        /** All parts together to the dataset's content hash. */
        CONTENT,
        /** The numbers of a manifest to each other. */
        ACCOUNTS,
        /** The rejects file to its hash, and to the rows that the manifest says were refused. */
        REJECTS,
        /** The file that tells each row's place in the raw file to its hash. */
        LINEAGE,
        /** The list of parts that the loads went by to the manifest. */
        PARTS_LIST,
        /** The receipt of a load to the part: inserted and already present are its rows. */
        RECEIPT,
        /** The record of a finished upload to its manifest and receipts. */
        UPLOAD,
        /** A model file to its card. */
        MODEL,
        /** A model card to the hash that the receipt of its training names. */
        CARD,
        /** A decision about a model to the decision before it, and the pointer to the champion to its decision. */
        REGISTRY,
        /** The summary of a run to what it names. */
        RUN
    }

    /**
     * Both ends are there and agree.
     *
     * @param kind what is linked
     * @param key key of what the link is about
     * @param detail what was compared
     */
    record Sound(Kind kind, String key, String detail) implements Link {}

    /**
     * Both ends are there and do not agree, or one cannot be read.
     *
     * @param kind what is linked
     * @param key key of what the link is about
     * @param expected what the other end says
     * @param found what is there
     */
    record Broken(Kind kind, String key, String expected, String found) implements Link {}

    /**
     * One end is not there: removed, replaced, or not made yet.
     *
     * @param kind what is linked
     * @param key key of what the link is about
     * @param reason what is missing
     */
    record Absent(Kind kind, String key, String reason) implements Link {}
}
