package org.sprechstunde.acceptance.simulation;

import java.util.List;
import java.util.Random;

/** Decides: who goes on, and what becomes of the call. */
interface Chance {
    List<Fate> FAULTS = List.of(Fate.FAIL_BEFORE, Fate.FAIL_AFTER, Fate.KILL, Fate.PARTLY);

    /** The index of the actor that goes on. */
    int next(List<String> waiting);

    Fate fate(String actor, int point);

    /** By seed: mostly fair weather, so that flows get somewhere, with storms in between. */
    static Chance seeded(Random random) {
        double storm = random.nextInt(3) == 0 ? 0.15 : 0.03;
        return new Chance() {
            @Override
            public int next(List<String> waiting) {
                return random.nextInt(waiting.size());
            }

            @Override
            public Fate fate(String actor, int point) {
                return random.nextDouble() < storm ? FAULTS.get(random.nextInt(FAULTS.size())) : Fate.PASS;
            }
        };
    }

    /** One fault at exactly one point of the first actor; the others go on when it has ended. */
    static Chance single(Fate fate, int at) {
        return new Chance() {
            @Override
            public int next(List<String> waiting) {
                return 0;
            }

            @Override
            public Fate fate(String actor, int point) {
                return actor.startsWith("first ") && point == at ? fate : Fate.PASS;
            }
        };
    }
}
