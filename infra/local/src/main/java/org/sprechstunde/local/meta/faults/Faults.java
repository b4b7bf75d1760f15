package org.sprechstunde.local.meta.faults;

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

    /** What goes wrong this time at {@code where}; each rule that strikes is used up by one. */
    public synchronized Struck strike(Where where) {
        List<Fault> struck =
                rules.stream().filter(rule -> rule.where() == where).toList();
        rules.replaceAll(rule -> rule.where() == where ? rule.struck() : rule);
        rules.removeIf(rule -> rule.times() == 0);
        return new Struck(struck);
    }
}
