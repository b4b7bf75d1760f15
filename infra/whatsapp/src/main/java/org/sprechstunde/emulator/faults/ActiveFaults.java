package org.sprechstunde.emulator.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The faults that meet one step. */
public record ActiveFaults(List<Fault> faults) {

    public ActiveFaults {
        faults = List.copyOf(faults);
    }

    public boolean by(FaultKind faultKind) {
        return fault(faultKind).isPresent();
    }

    /** How long to wait because of {@code faultKind}: no time if it did not strike. */
    public Duration duration(FaultKind faultKind) {
        return fault(faultKind).map(Fault::duration).orElse(Duration.ZERO);
    }

    public Optional<Fault> fault(FaultKind faultKind) {
        return faults.stream().filter(fault -> fault.what() == faultKind).findFirst();
    }
}
