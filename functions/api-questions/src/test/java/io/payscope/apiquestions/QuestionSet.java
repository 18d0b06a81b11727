package io.payscope.apiquestions;

import io.payscope.learning.forecast.ForecastModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Questions about a bank whose rows are known, with the answers that one pass over those rows gives. Documents are kept
 * for what is large or frequent, so that is what is asked about.
 */
final class QuestionSet {

    private QuestionSet() {}

    /** @param model of the bank's forecasts */
    static List<KnownQuestion> of(KnownBank bank, ForecastModel model) {
        return Stream.concat(
                        new DescribingQuestions(bank).questions().stream(),
                        new ComparingQuestions(bank, model).questions().stream())
                .toList();
    }
}
