package org.sprechstunde.acceptance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;

/** One run: a quiet beginning, flows side by side under fire, then the dust settles and the promises are checked. */
final class Schedule {
    /** Enough for one to be mixed up with another while a third changes their number. */
    private static final int PEOPLE = 3;

    private static final int ROUNDS = 7;
    private static final Duration ROUND = Duration.ofMinutes(12);
    private static final int RECONCILIATION = 4;

    private final SimulatedWorld world;
    private final long seed;

    Schedule(SimulatedWorld world, long seed) {
        this.world = world;
        this.seed = seed;
    }

    /** What came of a run. */
    record Outcome(long seed, Set<String> broken, List<String> trace, Map<CallFate, Long> fates, int pointsOfFirst) {}

    /** What somebody does. */
    enum Flow {
        TEXT,
        MEDIA,
        REDELIVERY,
        STREAM,
        REPLY,
        RESOLVE,
        EDIT,
        REVOKE,
        MOVE,
        ERASE,
        STATUS,
        SWEEP,
        LEFTOVERS,
        CROWD,
        REACT,
        WORD,
        MAYORS_FILE,
        TEMPLATE,
        LARGE_FILE,
        SECOND_LOOK,
        COLLEAGUES,
        TIME,
        TIME_TO_LIVE,
        DEPLOYMENT;

        private static final Set<Flow> PAIRED = EnumSet.range(TEXT, LEFTOVERS);
        /** Without the second look, which begins with an erasure itself. */
        private static final Set<Flow> STEPPED =
                EnumSet.complementOf(EnumSet.of(SECOND_LOOK, TIME, TIME_TO_LIVE, DEPLOYMENT));

        private static final Set<Flow> ERASING = EnumSet.of(RESOLVE, ERASE);

        /**
         * Whether each step of this is tried while {@code other} comes between, or alone. Between comes what erases, and for
         * {@code everyPair} nearly all else.
         */
        boolean isPairedWith(Flow other, boolean everyPair) {
            return this == other
                    || (everyPair && PAIRED.contains(this) && PAIRED.contains(other))
                    || (ERASING.contains(this) && STEPPED.contains(other))
                    || (STEPPED.contains(this) && ERASING.contains(other));
        }

        void run(TownFlows town) {
            switch (this) {
                case TEXT -> town.citizens.writes(false);
                case MEDIA -> town.citizens.writes(true);
                case REDELIVERY -> town.citizens.writesMore();
                case STREAM -> town.stream();
                case REPLY -> town.mayor.replies();
                case RESOLVE -> town.mayor.resolves();
                case EDIT -> town.citizens.edits();
                case REVOKE -> town.citizens.revokes();
                case MOVE -> town.citizens.moves();
                case ERASE -> town.citizens.erases();
                case STATUS -> town.hears();
                case SWEEP -> town.sweeps(false);
                case LEFTOVERS -> town.sweeps(true);
                case CROWD -> town.citizens.crowd();
                case REACT -> town.citizens.reacts();
                case WORD -> town.citizens.asks();
                case MAYORS_FILE -> town.mayor.sendsFile();
                case TEMPLATE -> town.mayor.sendsTemplate();
                case LARGE_FILE -> {
                    town.citizens.writesWithLargeFile();
                    town.stream();
                }
                case SECOND_LOOK -> town.looksAgain();
                case COLLEAGUES -> town.mayor.helpEachOther();
                case TIME -> town.timePasses();
                case TIME_TO_LIVE -> town.timeToLive();
                case DEPLOYMENT -> town.deploys();
            }
        }
    }

    /** Everything by the seed. */
    Outcome random() {
        Random random = new Random(seed);
        List<Flow> flows = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            flows.add(draw(random));
        }
        if (random.nextBoolean()) {
            flows.add(Flow.RESOLVE);
        }
        return run(flows, Chance.seeded(random), random, new Beginning(random), PEOPLE);
    }

    /** Files of megabytes take the time of ten others, so they are drawn a quarter as often. */
    private static Flow draw(Random random) {
        Flow drawn = Flow.values()[random.nextInt(Flow.values().length)];
        return drawn == Flow.LARGE_FILE && random.nextInt(4) > 0 ? Flow.MEDIA : drawn;
    }

    /** What was there before: perhaps a file, which the stream has brought or not, and perhaps all that long ago. */
    record Beginning(boolean file, boolean stream, boolean expired) {
        private Beginning(Random random) {
            this(random.nextBoolean(), random.nextBoolean(), random.nextInt(8) == 0);
        }
    }

    /** These flows, with a fault as {@code chance} wants it. */
    Outcome exact(List<Flow> flows, Chance chance, Beginning beginning) {
        return run(flows, chance, new Random(seed), beginning, 1);
    }

    private Outcome run(List<Flow> flows, Chance chance, Random random, Beginning beginning, int people) {
        world.restart(seed);
        History history = new History(people);
        TownFlows town = new TownFlows(world, history, random);
        if (people > 1) {
            world.skew(random);
            world.graph().behave(WhatsAppHabits.mixed(random));
        }
        history.residents.forEach(resident -> town.citizens.writes(resident, beginning.file()));
        town.citizens.writes(false);
        if (beginning.stream()) {
            town.stream();
        }
        if (beginning.expired()) {
            town.timePasses(Duration.ofDays(31));
        }
        town.mayor.page.looks();
        StepScheduler scheduler = new StepScheduler(chance, () -> world.advance(Duration.ofMillis(1)));
        for (int number = 0; number < flows.size(); number++) {
            Flow flow = flows.get(number);
            String name = (number == 0 ? "first " : "other " + number + " ") + flow;
            scheduler.add(name, () -> flow.run(town));
        }
        scheduler.run();
        town.mayor.page.looks();
        settle(town, history);
        town.mayor.page.looks();
        new PromiseChecks(world, history).check();
        return new Outcome(seed, history.broken, scheduler.trace(), scheduler.fates(), scheduler.pointsOfFirst());
    }

    /** Calm weather: WhatsApp delivers what it owes, the sweep does its rounds, and long after all claims a last look. */
    private void settle(TownFlows town, History history) {
        boolean quiet = false;
        for (int round = 0; round < ROUNDS; round++) {
            boolean delivered = deliverOwed(town, history);
            if (round == RECONCILIATION && !history.timeToLive) {
                new PromiseChecks(world, history).beforeReconciliation();
            }
            // Sweeps that would find nothing prove nothing, but one of them is done whatever it finds.
            quiet = (quiet && !delivered) || world.isQuietFor(ROUND.multipliedBy(ROUNDS - round));
            if (!quiet || round == RECONCILIATION) {
                town.sweeps(round == RECONCILIATION);
                quiet = false;
            }
            world.advance(ROUND);
        }
        town.citizens.redelivers();
        town.sweeps(false);
    }

    private boolean deliverOwed(TownFlows town, History history) {
        List<Letter> letters = history.letters.values().stream()
                .filter(letter -> !history.acknowledged.containsKey(letter.text()))
                .filter(letter -> !History.isGivenUp(Instant.ofEpochSecond(letter.second()), world.now()))
                .toList();
        List<String> owed = List.copyOf(history.owed.keySet());
        letters.forEach(letter -> town.citizens.deliver(List.of(letter), false));
        owed.forEach(town.citizens::post);
        return !letters.isEmpty() || !owed.isEmpty();
    }
}
