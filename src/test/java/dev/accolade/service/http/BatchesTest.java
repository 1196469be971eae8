package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private final List<List<String>> received = new ArrayList<>();

    @Test
    void worksWhenEmpty() {
        new Batches<String>(2, received::add).flush();

        assertThat(received).isEmpty();
    }

    @Test
    void handsOverFullBatchesAtOnceAndTheRestAtTheEnd() {
        Batches<String> batches = new Batches<>(2, received::add);
        List.of("a", "b", "c").forEach(batches::add);

        assertThat(received).containsExactly(List.of("a", "b"));
        batches.flush();
        assertThat(received).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void countsWeightNotItems() {
        Batches<String> batches = new Batches<>(10, received::add);
        batches.add("heavy", 9);

        assertThat(batches.room()).isEqualTo(1);
        batches.add("light");
        assertThat(received).containsExactly(List.of("heavy", "light"));
        assertThat(batches.room()).isEqualTo(10);
    }

    @Test
    void refusesBatchesOfNothing() {
        assertThatThrownBy(() -> new Batches<String>(0, received::add)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0");
    }
}
