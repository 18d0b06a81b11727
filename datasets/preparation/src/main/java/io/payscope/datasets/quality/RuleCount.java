package io.payscope.datasets.quality;

import java.util.List;

/**
 * The rows that a rule refused.
 *
 * @param rule its id
 * @param meaning what a row must be to pass it
 * @param rows how many would have been transactions
 * @param sideRows how many were rows of joined files
 * @param examples the first ones, at most {@value Rejects#EXAMPLES}
 */
public record RuleCount(String rule, String meaning, long rows, long sideRows, List<Refusal> examples) {

    public RuleCount {
        examples = List.copyOf(examples);
    }
}
