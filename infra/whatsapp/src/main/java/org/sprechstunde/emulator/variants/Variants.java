package org.sprechstunde.emulator.variants;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.emulator.faults.FaultPoint;

/** The habits in force. */
public final class Variants {
    private final Set<Variant> inForce = EnumSet.noneOf(Variant.class);
    private final Map<Turn, Integer> turns = new HashMap<>();

    private record Turn(Variant variant, FaultPoint where) {}

    /** These habits from now on, and no other; each begins anew. */
    public synchronized void only(Variant... variants) {
        inForce.clear();
        turns.clear();
        inForce.addAll(List.of(variants));
    }

    public synchronized boolean has(Variant variant) {
        return inForce.contains(variant);
    }

    /** Whether {@code variant} is in force and strikes this time at {@code where}: {@code struck} times, then once it does not. */
    public synchronized boolean strikes(Variant variant, FaultPoint where, int struck) {
        return has(variant) && (turns.merge(new Turn(variant, where), 1, Integer::sum) - 1) % (struck + 1) < struck;
    }
}
