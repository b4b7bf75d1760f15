package org.sprechstunde.emulator.faults;

import java.util.ArrayList;
import java.util.List;

/** The rules in force. */
public final class Faults {
    private final List<Fault> rules = new ArrayList<>();

    public synchronized void add(Fault fault) {
        rules.add(fault);
    }

    public synchronized void clear() {
        rules.clear();
    }

    public synchronized void replace(List<Fault> faults) {
        rules.clear();
        rules.addAll(faults);
    }

    public synchronized List<Fault> all() {
        return List.copyOf(rules);
    }

    /** What goes wrong this time at {@code faultPoint}; each rule that strikes is used up by one. */
    public synchronized ActiveFaults strike(FaultPoint faultPoint) {
        List<Fault> struck =
                rules.stream().filter(rule -> rule.where() == faultPoint).toList();
        rules.replaceAll(rule -> rule.where() == faultPoint ? rule.struck() : rule);
        rules.removeIf(rule -> rule.times() == 0);
        return new ActiveFaults(struck);
    }
}
