package org.sprechstunde.acceptance.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.acceptance.build.SearchTime;
import org.sprechstunde.acceptance.build.Seed;
import org.sprechstunde.acceptance.simulation.Schedule.Flow;
import org.sprechstunde.acceptance.simulation.Schedule.Outcome;

/**
 * Resolve under fire. {@code -Pfull} and {@code infra/acceptance/simulate} run more of the same: the properties
 * {@code simulation.schedules} and {@code simulation.seed} come from there.
 */
@Order(SearchTime.LAST - 1) // it takes longest of those that come last
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class SimulationTest {
    private static final int WORLDS = 2;
    /** What a build without {@code -Pfull} draws, and any other at least. */
    private static final long LEAST = 200;
    /** Which any with {@code -Pfull} takes step by step. */
    private static final int LEAST_FLOWS = 2;

    private static final long SCHEDULES = Long.getLong("simulation.schedules", LEAST);
    private static final boolean EVERY_PAIR = Boolean.getBoolean("simulation.every-pair");
    private static final long SEED = Seed.of("simulation");

    private static final BlockingQueue<SimulatedWorld> FREE = new LinkedBlockingQueue<>();
    private static final List<SimulatedWorld> ALL = new ArrayList<>();
    private static Emulators emulators;

    @BeforeAll
    static void start() throws Exception {
        emulators = new Emulators();
        for (int number = 0; number < WORLDS; number++) {
            ALL.add(new SimulatedWorld(emulators, number));
        }
        FREE.addAll(ALL);
    }

    @AfterAll
    static void stop() {
        emulators.close();
    }

    /** Last of all, for it takes all the time that is left. */
    @Test
    @Order(Integer.MAX_VALUE)
    void everyPromiseHoldsUnderFire() throws Exception {
        SimulationFigures figures = new SimulationFigures();

        sideBySide(SCHEDULES, (world, number) -> figures.add(new Schedule(world, SEED + number).random()));

        figures.write("simulation");
        System.out.println(figures);
        SearchTime.tell("schedules", figures.schedules(), SCHEDULES);
        holds(figures);
    }

    /** A flow that is refused at its first step would hold every promise. */
    @ParameterizedTest
    @CsvSource({
        "TEXT, TransactWriteItems",
        "MEDIA, TransactWriteItems",
        "REDELIVERY, TransactWriteItems",
        "STREAM, GET media.simulated",
        "REPLY, POST graph.simulated",
        "RESOLVE, POST graph.simulated",
        "EDIT, TransactWriteItems",
        "REVOKE, TransactWriteItems",
        "MOVE, TransactWriteItems",
        "ERASE, POST graph.simulated",
        "STATUS, TransactWriteItems",
        "SWEEP, TransactWriteItems",
        "LEFTOVERS, Scan",
        "CROWD, TransactWriteItems",
        "REACT, TransactWriteItems",
        "WORD, POST graph.simulated",
        "MAYORS_FILE, POST graph.simulated",
        "TEMPLATE, POST graph.simulated",
        "LARGE_FILE, POST bucket"
    })
    void everyFlowGetsToItsEnd(Flow flow, String call) {
        Outcome outcome = with(new Exactly(List.of(flow), CallFate.PASS, 0, Chance.NEVER)::run);

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.trace()).anyMatch(step -> step.endsWith(": " + call));
    }

    /** While there is time: alone, and then for what may be in one another's way while the other comes between. */
    @Test
    @Tag("full")
    void everyStepOfEveryFlowMayBeTheLast() throws Exception {
        SimulationFigures figures = new SimulationFigures();
        AtomicLong tried = new AtomicLong();
        List<Callable<Void>> pairs = new ArrayList<>();
        for (Flow flow : SearchTime.fromTodays(List.of(Flow.values()), LEAST_FLOWS)) {
            boolean isWanted = pairs.size() < LEAST_FLOWS;
            pairs.add(() -> run(flow, flow, isWanted, figures, tried));
        }
        for (Flow first : Flow.values()) {
            for (Flow other : Flow.values()) {
                if (first != other && first.isPairedWith(other, EVERY_PAIR)) {
                    pairs.add(() -> run(first, other, false, figures, tried));
                }
            }
        }

        all(pairs);

        figures.write("every-step");
        SearchTime.tell("pairs of flows", tried.get(), pairs.size());
        assertThat(tried.get()).isGreaterThanOrEqualTo(LEAST_FLOWS);
        holds(figures);
    }

    private static void holds(SimulationFigures figures) {
        assertThat(figures.violations().stream().map(outcome -> outcome.seed() + " " + outcome.broken()))
                .as(() -> told(figures.violations().getFirst()))
                .isEmpty();
    }

    private static Void run(Flow first, Flow other, boolean isWanted, SimulationFigures figures, AtomicLong tried) {
        if (!isWanted && !SearchTime.isLeft()) {
            return null;
        }
        for (Exactly each : with(world -> Exactly.every(world, first, other))) {
            if (!isWanted && !SearchTime.isLeft()) {
                return null;
            }
            figures.add(with(each::run));
        }
        tried.incrementAndGet();
        return null;
    }

    @Test
    void aSeedIsTheWholeRun() {
        Outcome once = new Schedule(ALL.getFirst(), SEED).random();
        Outcome again = new Schedule(ALL.getLast(), SEED).random();

        assertThat(again.trace()).isEqualTo(once.trace()).isNotEmpty();
    }

    private interface Run {
        void on(SimulatedWorld world, long number);
    }

    private static void sideBySide(long count, Run run) throws Exception {
        AtomicLong next = new AtomicLong();
        List<Callable<Void>> workers = new ArrayList<>();
        for (SimulatedWorld world : ALL) {
            workers.add(() -> {
                for (long number = next.getAndIncrement();
                        number < count && (number < LEAST || SearchTime.isLeft());
                        number = next.getAndIncrement()) {
                    run.on(world, number);
                }
                return null;
            });
        }
        all(workers);
    }

    private static void all(List<Callable<Void>> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(WORLDS)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
    }

    private static <T> T with(Function<SimulatedWorld, T> run) {
        SimulatedWorld world = take();
        try {
            return run.apply(world);
        } finally {
            FREE.add(world);
        }
    }

    private static SimulatedWorld take() {
        try {
            return FREE.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String told(Outcome outcome) {
        return "seed %d: %s%n  %s%nrepeat: infra/acceptance/simulate --schedules 1 --seed %d"
                .formatted(outcome.seed(), outcome.broken(), String.join("\n  ", outcome.trace()), outcome.seed());
    }
}
