package io.payscope.apipredictions;

import io.payscope.http.Refusal;
import io.payscope.learning.forecast.Scenario;

/**
 * The body of {@code POST /banks/{bank}/forecasts/{series}/what-if}.
 *
 * @param steps at the end of the history that would have been others, from 1
 * @param volumeMultiplier of transactions, and with them of amounts and frauds, from 0
 * @param fraudSpike frauds added to each of the steps, from 0
 */
public record WhatIfBody(int steps, double volumeMultiplier, double fraudSpike) {

    private static final int MOST_STEPS = 10_000;
    private static final double MOST = 1e6;

    Scenario scenario() {
        if (steps < 1 || steps > MOST_STEPS) {
            throw new Refusal(422, "steps: expected 1 to " + MOST_STEPS);
        }
        if (!(volumeMultiplier >= 0 && volumeMultiplier <= MOST && fraudSpike >= 0 && fraudSpike <= MOST)) {
            throw new Refusal(422, "volumeMultiplier, fraudSpike: expected numbers from 0");
        }
        return new Scenario(steps, volumeMultiplier, fraudSpike);
    }
}
