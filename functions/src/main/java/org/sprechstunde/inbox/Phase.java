package org.sprechstunde.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Worklist;
import org.sprechstunde.store.Worklist.Group;
import org.sprechstunde.store.Worklist.Limit;
import org.sprechstunde.store.Worklist.Page;

/**
 * A part of a list that has an index of its own.
 *
 * @param pages reads places; the moment is the one after which whoever wrote last can still be answered
 * @param shows which of the enquiries there belong to this part
 * @param order how they are shown within a page
 */
record Phase(BiFunction<Limit, Instant, Page> pages, BiPredicate<Enquiry, Instant> shows, Comparator<Enquiry> order) {
    private static final Comparator<Enquiry> LONGEST =
            Comparator.comparing(enquiry -> enquiry.waitingSince().orElse(enquiry.lastMessage()));

    /** Whoever waits, in any of these groups, longest first. */
    static Phase waiting(Worklist worklist, Set<Group> groups) {
        return new Phase((limit, _) -> worklist.waiting(groups, limit), (enquiry, _) -> waits(enquiry), LONGEST);
    }

    /** Whose window closes while they wait, the earliest first; it is open for all who are found by their last message. */
    static Phase closing(Worklist worklist) {
        return new Phase(
                (limit, opens) -> worklist.since(opens, limit),
                (enquiry, opens) -> waits(enquiry) && !enquiry.urgent() && isOpen(enquiry, opens),
                Comparator.comparing(Enquiry::replyUntil));
    }

    /** Who waits although WhatsApp takes no free answer any more. */
    static Phase tooLate(Worklist worklist) {
        return new Phase(
                (limit, _) -> worklist.waiting(Set.of(Group.OTHERS), limit),
                (enquiry, opens) -> waits(enquiry) && !enquiry.urgent() && !isOpen(enquiry, opens),
                LONGEST);
    }

    /** Who has an answer, the newest first. */
    static Phase answered(Worklist worklist) {
        return new Phase(
                (limit, _) -> worklist.newest(limit),
                (enquiry, _) -> !waits(enquiry),
                Comparator.comparing(Enquiry::lastMessage).reversed());
    }

    private static boolean waits(Enquiry enquiry) {
        return enquiry.waitingSince().isPresent();
    }

    private static boolean isOpen(Enquiry enquiry, Instant opens) {
        return enquiry.lastInbound().isAfter(opens);
    }

    /** What was found among as many places as {@code limit} allows, and where to go on. */
    record Found(List<Enquiry> enquiries, Map<String, String> next) {}

    Found read(Limit limit, Instant opens, Enquiries enquiries) {
        Page page = pages.apply(limit, opens);
        List<Enquiry> shown = enquiries.open(page.places()).stream()
                .filter(enquiry -> shows.test(enquiry, opens))
                .sorted(order)
                .toList();
        return new Found(shown, page.next());
    }
}
