package org.sprechstunde.enquiry;

import java.util.Optional;
import java.util.Set;
import org.sprechstunde.platform.RandomId;

/**
 * Under which keyed hashes an enquiry is found.
 *
 * @param citizen of one of the citizen's ids: there it stands; of one that takes nothing more, a random text
 * @param aliases of the citizen's other ids: there it is said where it stands
 * @param earlier where the citizen's enquiry before this one stands, if there is one
 */
public record EnquiryPlace(String citizen, Set<String> aliases, Optional<String> earlier) {
    public EnquiryPlace {
        aliases = Set.copyOf(aliases);
    }

    /** Whether none of its citizen's messages finds it any more: a keyed hash is no random id. */
    public boolean isAside() {
        return RandomId.parse(citizen).isPresent();
    }

    /** Where none of its citizen's messages finds it any more. */
    EnquiryPlace aside(RandomId random) {
        return new EnquiryPlace(random.value(), Set.of(), earlier);
    }
}
