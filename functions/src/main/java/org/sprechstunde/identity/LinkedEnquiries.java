package org.sprechstunde.identity;

import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.CitizenDirectory;
import org.sprechstunde.store.Enquiries;

/** The enquiries of one person, for whoever looks at one of them. */
public final class LinkedEnquiries {
    private final CitizenDirectory directory;
    private final CitizenHashes hashes;
    private final Enquiries enquiries;
    private final Clock clock;

    public LinkedEnquiries(Services services) {
        this.directory = new CitizenDirectory(services);
        this.hashes = new CitizenHashes(services);
        this.enquiries = Enquiries.of(services);
        this.clock = services.platform().clock();
    }

    /** All other open ones of the same person, newest first. */
    public List<Enquiry> besides(Enquiry enquiry) {
        if (!enquiry.place().isAside()) {
            return enquiries.openBefore(enquiry);
        }
        List<String> hmacs = hashes.of(enquiry.identity());
        List<Enquiry> all = directory.look(hmacs).enquiries(hmacs).stream()
                .flatMap(open -> enquiries.withEarlier(open).stream())
                .filter(Predicate.not(this::isExpired))
                .toList();
        List<Enquiry> others =
                all.stream().filter(its -> !its.id().equals(enquiry.id())).toList();
        return others.size() < all.size() ? others : enquiries.openBefore(enquiry);
    }

    private boolean isExpired(Enquiry enquiry) {
        return enquiry.isExpired(clock.instant());
    }
}
