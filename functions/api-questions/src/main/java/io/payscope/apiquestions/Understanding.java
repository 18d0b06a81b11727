package io.payscope.apiquestions;

import io.payscope.core.stage.ModelOutcome;
import java.math.BigDecimal;
import java.util.List;

/** What was made of a question. */
sealed interface Understanding {

    /**
     * A question that can be tried.
     *
     * @param intent what is wanted
     * @param measures at least one
     * @param periods at least one
     * @param channels may be empty
     * @param parties accounts and merchants, may be empty
     * @param limit groups of a ranking
     * @param horizon days of a forecast, 0 for as far as the model looks
     * @param change of a what-if question in per cent, else 0
     * @param wholeBank whether no period was named
     */
    record Asked(
            Intent intent,
            List<Measure> measures,
            List<Period> periods,
            List<String> channels,
            List<String> parties,
            int limit,
            int horizon,
            BigDecimal change,
            boolean wholeBank)
            implements Understanding {}

    /**
     * A question about a model in use.
     *
     * @param kind which
     */
    record AboutModel(ModelOutcome.Kind kind) implements Understanding {}

    /**
     * A question that the data cannot answer.
     *
     * @param reason why not
     */
    record NotAnswerable(String reason) implements Understanding {}
}
