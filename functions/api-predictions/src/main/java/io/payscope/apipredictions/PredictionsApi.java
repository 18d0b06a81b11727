package io.payscope.apipredictions;

import io.payscope.http.Answer;
import io.payscope.http.Api;
import io.payscope.http.ApiFunction;
import io.payscope.http.Call;
import io.payscope.http.Endpoint;
import io.payscope.http.Gate;
import io.payscope.http.Limits;
import io.payscope.http.NoBody;
import io.payscope.http.Policy;
import io.payscope.learning.forecast.Scenario;
import java.util.EnumMap;
import java.util.Map;

/** Joins the routes of the predictions function to what answers them. */
final class PredictionsApi {

    private static final String SERIES = "series";

    private final ScoreTransactions scoring;
    private final ReadForecast forecasts;
    private final WhatIf whatIf;

    PredictionsApi(ScoreTransactions scoring, ReadForecast forecasts, WhatIf whatIf) {
        this.scoring = scoring;
        this.forecasts = forecasts;
        this.whatIf = whatIf;
    }

    Api behind(Gate gate) {
        Map<Policy, Endpoint<?>> endpoints = new EnumMap<>(Policy.class);
        endpoints.put(Policy.SCORE_TRANSACTIONS, Endpoint.of(ScoreBody.class, this::score));
        endpoints.put(Policy.READ_FORECAST, Endpoint.of(this::forecast));
        endpoints.put(Policy.ASK_WHAT_IF, Endpoint.of(WhatIfBody.class, this::ask));
        return new Api(ApiFunction.API_PREDICTIONS, gate, endpoints);
    }

    private Answer<PaymentScores> score(Call<ScoreBody> call) {
        Limits.batch(call.body().transactions(), ScoreTransactions.MOST, "transactions");
        return Answer.ok(scoring.score(
                call.bank(),
                call.body().transactions().stream()
                        .map(payment -> payment.of(call.bank()))
                        .toList()));
    }

    private Answer<SeriesForecast> forecast(Call<NoBody> call) {
        return Answer.ok(forecasts.read(call.bank(), call.path(SERIES)));
    }

    private Answer<Scenario.Comparison> ask(Call<WhatIfBody> call) {
        return Answer.ok(whatIf.run(call.bank(), call.path(SERIES), call.body().scenario()));
    }
}
