package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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

    @Test
    void answersWithinALimitComeInTheOrderOfTheCalls() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        List<Callable<String>> calls = List.of(
                () -> "first",
                () -> {
                    throw new IOException();
                },
                () -> sleepsUntilInterrupted(interrupted),
                () -> "last");

        List<String> answers = fanOut.within(Duration.ofSeconds(3), calls, new FanOut.Otherwise<>("failed", "late"));

        assertThat(answers).containsExactly("first", "failed", "late", "last");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void oneAnswerWithinALimitIsThereOrNot() throws InterruptedException {
        var interrupted = new CountDownLatch(1);

        assertThat(fanOut.within(Duration.ofSeconds(10), () -> "answer")).contains("answer");
        assertThat(fanOut.within(Duration.ofSeconds(10), () -> {
                    throw new IOException();
                }))
                .isEmpty();
        assertThat(fanOut.within(Duration.ofMillis(200), () -> sleepsUntilInterrupted(interrupted)))
                .isEmpty();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatIsBegunGoesOnBesideWhatFollows() {
        var meanwhile = new CountDownLatch(1);
        Supplier<Optional<String>> begun = fanOut.begin(() -> {
            meanwhile.await();
            return "answer";
        });
        Supplier<Optional<String>> broken = fanOut.begin(() -> {
            throw new IOException();
        });

        meanwhile.countDown();

        assertThat(begun.get()).contains("answer");
        assertThat(broken.get()).isEmpty();
    }

    private static String sleepsUntilInterrupted(CountDownLatch interrupted) {
        try {
            Thread.sleep(Duration.ofMinutes(1));
            return "slept";
        } catch (InterruptedException e) {
            interrupted.countDown();
            return "interrupted";
        }
    }
}
