package io.payscope.apiquestions;

/** Puts evidence into words. */
interface Answerer {

    /** @return the text of the answer, with no number that is not in the evidence */
    String write(Evidence evidence);
}
