package io.payscope.apipredictions;

/** Where the files of a model lie. */
final class Cards {

    private Cards() {}

    /** @return key of a file in the folder of a card */
    static String beside(String cardKey, String file) {
        return cardKey.substring(0, cardKey.lastIndexOf('/') + 1) + file;
    }
}
