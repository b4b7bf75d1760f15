package org.sprechstunde.model.search;

import java.util.ArrayList;
import java.util.List;

/** All that may happen next in one world. */
public final class Steps<W> {
    private final W before;
    private final List<Step<W>> all = new ArrayList<>();

    Steps(W before) {
        this.before = before;
    }

    /** A sentence, the world after it, and whether it is bound to happen if nothing else does. */
    record Step<W>(String what, W after, boolean certain) {}

    public void certain(String what, W after) {
        add(new Step<>(what, after, true));
    }

    public void perhaps(String what, W after) {
        add(new Step<>(what, after, false));
    }

    List<Step<W>> all() {
        return all;
    }

    private void add(Step<W> step) {
        if (!step.after().equals(before)) {
            all.add(step);
        }
    }
}
