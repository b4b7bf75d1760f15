package org.sprechstunde.model;

import java.util.ArrayList;
import java.util.List;

/** All that may happen next in one world. */
final class Steps {
    private final ModelState before;
    private final List<Step> all = new ArrayList<>();

    Steps(ModelState before) {
        this.before = before;
    }

    /** A sentence, the world after it, and whether it is bound to happen if nothing else does. */
    record Step(String what, ModelState after, boolean certain) {}

    void certain(String what, ModelState after) {
        add(new Step(what, after, true));
    }

    void perhaps(String what, ModelState after) {
        add(new Step(what, after, false));
    }

    /** A function dies, if one still may. */
    void death(String what, ModelState after) {
        if (before.luck().deaths() > 0) {
            perhaps(what, after.with(before.luck().death()));
        }
    }

    List<Step> all() {
        return all;
    }

    private void add(Step step) {
        if (!step.after().equals(before)) {
            all.add(step);
        }
    }
}
