package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/**
 * A citizen's sign on a message of the enquiry, the mayor's or their own. It is no message: it opens nothing,
 * prolongs nothing and waits for no answer. On what is no more, it is forgotten.
 */
final class CitizenReactions {

    private final Table table;
    private final Enquiries enquiries;
    private final Retry retry;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    CitizenReactions(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.retry = new Retry(platform);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether it is durable, or there is nothing that it could stand on. */
    boolean take(InboundEvent.Reacted reaction) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        String seen = pseudonyms.message(Wamid.token(reaction.wamid()));
        String original = pseudonyms.message(Wamid.token(reaction.original()));
        return retry.untilDone(() -> MarkedMessage.find(table, original)
                .flatMap(mark -> open(mark, reaction.citizen()).map(enquiry -> put(enquiry, mark, seen, reaction)))
                .orElseGet(() -> said(LogEvent.CHANGE_FORGOTTEN)));
    }

    /** The citizen's own enquiry, if the message is one of it. */
    private Optional<Enquiry> open(MarkedMessage mark, Identity citizen) {
        return enquiries
                .find(mark.enquiry())
                .filter(enquiry -> enquiry.identity().shares(citizen));
    }

    /** The mark of its own keeps a redelivery from undoing a later reaction of the same second. */
    private boolean put(Enquiry enquiry, MarkedMessage original, String seen, InboundEvent.Reacted reaction) {
        ItemKey place = ItemKey.message(enquiry.id(), original.message());
        MessageChange change = MessageUpdates.reacted(
                place,
                reaction.emoji().map(emoji -> MessageItem.reaction(enquiry, place, emoji, random)),
                reaction.at());
        SeenMark mark = new SeenMark(seen, enquiry.id(), original.message());
        Transaction transaction = table.transaction();
        Transaction.Write seenMark = transaction.putNew(mark.write(clock.instant()));
        Transaction.Write message = change.in(transaction);
        transaction.update(EnquiryUpdates.noticed(enquiry));
        Transaction.Outcome outcome = transaction.commit();
        if (outcome.done()) {
            return said(LogEvent.MESSAGE_REACTED);
        }
        return (outcome.refused(seenMark) || outcome.refused(message)) && said(LogEvent.CHANGE_FORGOTTEN);
    }

    private static boolean said(LogEvent event) {
        Log.event(event);
        return true;
    }
}
