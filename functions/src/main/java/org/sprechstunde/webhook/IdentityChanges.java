package org.sprechstunde.webhook;

import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.identity.CitizenEnquiries;
import org.sprechstunde.identity.IdentityChange;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/**
 * A citizen has another number or user id: the open enquiry goes on under it, with its id and its key, so
 * that everything in its partition stays readable and every task and status still finds it.
 */
final class IdentityChanges {
    private final CitizenEnquiries citizens;
    private final Secrets secrets;

    IdentityChanges(Services services) {
        this.citizens = CitizenEnquiries.of(services);
        this.secrets = services.secrets();
    }

    /** Whether the enquiry has moved, by now or already before, or there is none. */
    boolean take(InboundEvent.Moved move) {
        String seen = Pseudonyms.current(secrets).message(Wamid.token(move.wamid()));
        return citizens.follow(new IdentityChange(move.former(), move.citizen(), move.keepsNumber(), seen));
    }
}
