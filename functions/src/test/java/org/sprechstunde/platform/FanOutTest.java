package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FanOutTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final FanOut fanOut = new FanOut(threads);
    private final Queue<Integer> done = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void everyListIsWorkedOnOnce() {
        List<List<Integer>> lists = IntStream.range(0, 100).mapToObj(List::of).toList();

        fanOut.run(lists, list -> done.add(list.getFirst()));

        assertThat(done)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void oneListNeedsNoThread() {
        threads.shutdownNow();

        fanOut.run(List.of(List.of(1)), list -> done.add(list.getFirst()));
        fanOut.run(List.<List<Integer>>of(), list -> done.add(list.getFirst()));

        assertThat(done).containsExactly(1);
    }

    @Test
    void whatOneThrowsIsThrown() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> fanOut.run(List.of(List.of(1), List.of(2)), _ -> {
                    throw new IllegalArgumentException("an exception");
                }))
                .withMessage("an exception");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> fanOut.run(List.of(List.of(1), List.of(2)), _ -> {
                    throw new AssertionError("an error");
                }))
                .withMessage("an error");
    }
}
