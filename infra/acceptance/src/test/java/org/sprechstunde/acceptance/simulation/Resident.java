package org.sprechstunde.acceptance.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Citizen;

/** Somebody of the simulated town: who they are by now, and what they wanted. */
final class Resident {
    private final Set<String> known = new HashSet<>();
    private Citizen citizen;

    /** Enquiries that they wanted erased, and since when. */
    final Map<String, Instant> wished = new HashMap<>();

    /** The mayor has begun to end an enquiry of theirs, or its time may be over. */
    boolean ended;

    Resident(int number) {
        become(new Citizen("491550000004" + number, "DE.simulatedcitizen" + number, "Bürgerin " + number));
    }

    Citizen citizen() {
        return citizen;
    }

    String name() {
        return citizen.name();
    }

    /** By design an edit or revocation under the new identity is dropped if it comes before the notice of the change. */
    boolean hasMoved() {
        return known.size() > 2;
    }

    /** Another number, and with it another user id. */
    void move() {
        become(new Citizen(citizen.phone() + "7", citizen.bsuid() + "7", citizen.name()));
    }

    private void become(Citizen now) {
        citizen = now;
        known.add(now.phone());
        known.add(now.bsuid());
    }

    /** Whether WhatsApp knows or knew them by this number or user id. */
    boolean isKnownAs(String identity) {
        return known.contains(identity);
    }
}
