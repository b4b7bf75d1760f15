package org.sprechstunde.identity;

import java.util.List;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;

/** The keyed hashes under which a citizen is found, one for each id, that of the most certain first. */
final class CitizenHashes {
    private final Secrets secrets;

    CitizenHashes(Services services) {
        this.secrets = services.secrets();
    }

    List<String> of(Identity identity) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        return identity.ids().stream().map(pseudonyms::citizen).toList();
    }
}
