package io.payscope.datasets.primitive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LongTableTest {

    @Test
    void behavesLikeAMap() {
        SplittableRandom random = new SplittableRandom(9);
        LongTable table = new LongTable();
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            long key = random.nextInt(20_000) - 10_000L;
            Long before = map.putIfAbsent(key, (long) i);
            assertThat(table.putIfAbsent(key, i)).isEqualTo(before == null ? i : before);
        }
        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key, -1)).isEqualTo(value));
        assertThat(table.get(1_000_000, -1)).isEqualTo(-1);
        assertThat(table.contains(1_000_000)).isFalse();
    }
}
