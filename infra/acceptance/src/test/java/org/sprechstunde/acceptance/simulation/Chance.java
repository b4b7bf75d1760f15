package org.sprechstunde.acceptance.simulation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Decides: who goes on, and what becomes of the call. */
interface Chance {
    /** No call has this number. */
    int NEVER = Integer.MAX_VALUE;

    List<CallFate> FAULTS = List.of(CallFate.FAIL_BEFORE, CallFate.FAIL_AFTER, CallFate.KILL, CallFate.PARTLY);

    /** The index of the actor that goes on. */
    int next(List<String> waiting);

    CallFate fate(String actor, int point);

    /** By seed: mostly fair weather, so that flows get somewhere, with storms in between. */
    static Chance seeded(Random random) {
        double storm = random.nextInt(3) == 0 ? 0.15 : 0.03;
        return new Chance() {
            @Override
            public int next(List<String> waiting) {
                return random.nextInt(waiting.size());
            }

            @Override
            public CallFate fate(String actor, int point) {
                return random.nextDouble() < storm ? FAULTS.get(random.nextInt(FAULTS.size())) : CallFate.PASS;
            }
        };
    }

    /** Everything passes but one call of the first actor, which goes first but for being held until the others have ended. */
    final class Exact implements Chance {
        private final CallFate fate;
        private final int at;
        private final int holdAt;
        private int done;

        Exact(CallFate fate, int at, int holdAt) {
            this.fate = fate;
            this.at = at;
            this.holdAt = holdAt;
        }

        @Override
        public int next(List<String> waiting) {
            boolean wanted = done != holdAt;
            return IntStream.range(0, waiting.size())
                    .filter(index -> isFirst(waiting.get(index)) == wanted)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public CallFate fate(String actor, int point) {
            if (!isFirst(actor)) {
                return CallFate.PASS;
            }
            done = point + 1;
            return point == at ? fate : CallFate.PASS;
        }
    }

    /** Whether this is a thread of the first function. */
    static boolean isFirst(String actor) {
        return actor.startsWith("first ");
    }
}
