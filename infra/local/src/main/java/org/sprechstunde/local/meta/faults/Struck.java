package org.sprechstunde.local.meta.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The faults that meet one step. */
public record Struck(List<Fault> faults) {

    public Struck {
        faults = List.copyOf(faults);
    }

    public boolean by(What what) {
        return fault(what).isPresent();
    }

    /** How long to wait because of {@code what}: no time if it did not strike. */
    public Duration duration(What what) {
        return fault(what).map(Fault::duration).orElse(Duration.ZERO);
    }

    public Optional<Fault> fault(What what) {
        return faults.stream().filter(fault -> fault.what() == what).findFirst();
    }
}
