package org.sprechstunde.platform;

import java.util.Optional;

/** Gives each piece of work its turn, whatever became of those before; what broke is told at the end. */
public final class RunAll {
    private Optional<RuntimeException> broken = Optional.empty();

    public void take(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            broken = Optional.of(e);
        }
    }

    /** Throws what the last broken turn threw, if one broke. */
    public void end() {
        if (broken.isPresent()) {
            throw broken.get();
        }
    }
}
