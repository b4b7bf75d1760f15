package org.sprechstunde.identity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.store.CitizenDirectory;
import org.sprechstunde.store.CitizenDirectory.Lookup;

/**
 * What was read of a citizen.
 *
 * @param standing their enquiries, the first found by the most certain id; those included that only an id leads to which
 *     the first of them knows
 * @param becomes what an identity is, with what is known now
 */
record KnownCitizen(Lookup lookup, List<Enquiry> standing, UnaryOperator<Identity> becomes) {
    Enquiry first() {
        return standing.getFirst();
    }

    Identity person() {
        return becomes.apply(first().identity());
    }

    record Reader(CitizenDirectory directory, CitizenHashes hashes) {

        KnownCitizen read(List<String> hmacs, UnaryOperator<Identity> becomes) {
            Lookup lookup = directory.look(hmacs);
            var known = new KnownCitizen(lookup, lookup.enquiries(hmacs), becomes);
            if (known.standing().isEmpty()) {
                return known;
            }
            Set<String> all = new LinkedHashSet<>(hashes.of(known.person()));
            all.addAll(hmacs);
            return all.stream().allMatch(hmac -> hmacs.contains(hmac) || leadsTo(known.first(), hmac))
                    ? known
                    : read(List.copyOf(all), becomes);
        }

        private static boolean leadsTo(Enquiry enquiry, String hmac) {
            EnquiryPlace place = enquiry.place();
            return hmac.equals(place.citizen()) || place.aliases().contains(hmac);
        }
    }
}
