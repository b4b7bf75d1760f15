package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;

/** Finds the message that a citizen's edit or revocation means: by its seen mark, in the citizen's own enquiry alone. */
final class OriginalMessage {
    private final Table table;
    private final Enquiries enquiries;

    OriginalMessage(Services services) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
    }

    sealed interface Original {}

    /** It has not come yet, if it ever will: webhooks overtake each other. */
    record Missing() implements Original {}

    /** It came and is gone, or is not this citizen's. */
    record Gone() implements Original {}

    /** It was one of the citizen's own words: answered, and never stored. */
    record Answered() implements Original {}

    record Standing(Enquiry enquiry, Message message) implements Original {}

    /**
     * What is known of it by now.
     *
     * @param seen keyed hash of its id
     * @param citizen who speaks of it
     */
    Original find(String seen, Identity citizen) {
        if (!SeenMark.stands(table, seen)) {
            return new Missing();
        }
        return SeenMark.find(table, seen).map(mark -> standing(mark, citizen)).orElseGet(Answered::new);
    }

    private Original standing(SeenMark mark, Identity citizen) {
        Optional<Enquiry> enquiry = enquiries
                .evenExpired(mark.enquiry())
                .filter(its -> its.identity().shares(citizen));
        return enquiry.flatMap(its -> enquiries.message(its, mark.message()))
                .filter(message -> message.direction() == Direction.IN)
                .<Original>map(message -> new Standing(enquiry.orElseThrow(), message))
                .orElseGet(Gone::new);
    }
}
