package dev.accolade.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChunksTest {

    private final List<List<String>> received = new ArrayList<>();

    @Test
    void worksWhenEmpty() {
        new Chunks<String>(2, received::add).flush();

        assertThat(received).isEmpty();
    }

    @Test
    void handsOverFullChunksAtOnceAndTheRestAtTheEnd() {
        Chunks<String> chunks = new Chunks<>(2, received::add);
        List.of("a", "b", "c").forEach(chunks::add);

        assertThat(received).containsExactly(List.of("a", "b"));
        chunks.flush();
        assertThat(received).containsExactly(List.of("a", "b"), List.of("c"));
    }

    @Test
    void countsWeightNotItems() {
        Chunks<String> chunks = new Chunks<>(10, received::add);
        chunks.add("heavy", 9);

        assertThat(chunks.room()).isEqualTo(1);
        chunks.add("light");
        assertThat(received).containsExactly(List.of("heavy", "light"));
        assertThat(chunks.room()).isEqualTo(10);
    }

    @Test
    void refusesChunksOfNothing() {
        assertThatThrownBy(() -> new Chunks<String>(0, received::add)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("0");
    }
}
