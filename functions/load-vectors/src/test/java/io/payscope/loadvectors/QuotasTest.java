package io.payscope.loadvectors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotasTest {

    private static final int[] WEIGHTS = {0, 8, 4, 4, 4};

    @Test
    void placesGoByWeight() {
        assertThat(Quotas.share(101, WEIGHTS, new int[] {1, 500, 500, 500, 500}))
                .containsExactly(1, 40, 20, 20, 20);
    }

    @Test
    void whatOneGroupCannotUseTheOthersGet() {
        assertThat(Quotas.share(101, WEIGHTS, new int[] {1, 10, 500, 0, 500})).containsExactly(1, 10, 45, 0, 45);
    }

    @Test
    void nothingIsGivenThatIsNotWanted() {
        assertThat(Quotas.share(100, WEIGHTS, new int[] {1, 2, 3, 4, 5})).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void fewPlacesGoToTheFirst() {
        assertThat(Quotas.share(3, WEIGHTS, new int[] {1, 9, 9, 9, 9})).containsExactly(1, 1, 1, 0, 0);
    }
}
