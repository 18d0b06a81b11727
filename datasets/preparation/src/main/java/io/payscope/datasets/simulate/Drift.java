package io.payscope.datasets.simulate;

import io.payscope.datasets.catalog.SimulationSpec;

/** How far the world has moved at an hour of the span: amounts slowly, mechanisms around the middle. */
final class Drift {

    /** By how much ln(amount) has grown at the end of the span, at strength 1. */
    private static final double LOG_AMOUNT = 0.2;

    private static final double TURN_BEGINS = 0.4;
    private static final double TURN_LASTS = 0.2;

    private final double[] late;
    private final double[] level;

    Drift(SimulationSpec parameters, int hours) {
        late = new double[hours];
        level = new double[hours];
        for (int i = 0; i < hours; i++) {
            double place = (i + 0.5) / hours;
            double turned = Math.clamp((place - TURN_BEGINS) / TURN_LASTS, 0, 1);
            late[i] = Math.min(1, parameters.drift() * turned * turned * (3 - 2 * turned));
            level[i] = LOG_AMOUNT * parameters.drift() * place;
        }
    }

    /** How much of the late world has come: 0 in the first part of the span, 1 in the last. */
    double late(int hour) {
        return late[hour];
    }

    /** What is added to ln(amount). */
    double level(int hour) {
        return level[hour];
    }
}
