package io.payscope.core.stage;

import java.util.Map;

/** A result that counts, beside the data that passed, what somebody should hear of. */
public interface Counted {

    /** @return how often each came about in this call, by the name of its metric; what did not is absent */
    Map<String, Integer> counts();
}
