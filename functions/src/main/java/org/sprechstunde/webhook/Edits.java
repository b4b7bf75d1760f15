package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.MessageChanges;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Writes;
import org.sprechstunde.webhook.Intake.Arrival;
import org.sprechstunde.webhook.Originals.Answered;
import org.sprechstunde.webhook.Originals.Gone;
import org.sprechstunde.webhook.Originals.Missing;
import org.sprechstunde.webhook.Originals.Standing;
import org.sprechstunde.whatsapp.Inbound;

/** A citizen's edit: the new words take the place of the old, in the message and in the list, in one transaction. */
final class Edits {
    private static final int SEEN_MARK = 0;
    private static final int MESSAGE = 1;

    private final Table table;
    private final Writes writes;
    private final Intake intake;
    private final Originals originals;
    private final Rounds rounds;
    private final Clock clock;
    private final SecureRandom random;

    Edits(Table table, Intake intake, Platform platform) {
        this.table = table;
        this.writes = new Writes(table);
        this.intake = intake;
        this.originals = new Originals(table, platform.clock());
        this.rounds = new Rounds(platform);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** Whether the edit is durable, or has nothing to change any more. */
    boolean take(Inbound.Edited edit) {
        var whole = new Inbound.Written(edit.citizen(), edit.original(), edit.at(), edit.content());
        Arrival arrival = intake.arrival(whole, Optional.of(edit.wamid()));
        return rounds.untilDone(() -> attempt(arrival, edit));
    }

    /**
     * An edit that overtakes its original is stored as that message, under the original's own seen mark: the
     * former words, arriving later, are "seen before" and never get in.
     */
    private boolean attempt(Arrival arrival, Inbound.Edited edit) {
        return switch (originals.find(arrival.seen(), arrival.citizen())) {
            case Missing _ -> intake.store(List.of(arrival)).done();
            case Gone _ -> said(Event.CHANGE_FORGOTTEN);
            // A word to the town that becomes a sentence to the mayor is a message of its own.
            case Answered _ ->
                intake.take(List.of(new Inbound.Written(edit.citizen(), edit.wamid(), edit.at(), edit.content())));
            case Standing(Enquiry enquiry, Message message) ->
                enquiry.isExpired(arrival.time())
                        ? said(Event.CHANGE_FORGOTTEN)
                        : message.content()
                                .reworded(arrival.message().content())
                                .map(words -> replace(arrival, enquiry, edited(arrival, message, words)))
                                .orElseGet(() -> said(Event.WEBHOOK_IGNORED));
        };
    }

    private static Message edited(Arrival arrival, Message message, Content words) {
        return message.edited(words, arrival.message().written());
    }

    /**
     * The edit's own mark keeps a redelivery from undoing a later edit of the same second, which is as
     * finely as WhatsApp tells time.
     */
    private boolean replace(Arrival arrival, Enquiry enquiry, Message message) {
        SeenMark mark = new SeenMark(arrival.edit().orElseThrow(), enquiry.id(), message.id());
        Outcome outcome = table.transact(List.of(
                writes.putNew(mark.write(clock.instant())),
                MessageChanges.edited(enquiry, message, random).in(table),
                EnquiryChanges.resealed(enquiry.edited(message), random).in(table)));
        if (outcome.done()) {
            return said(Event.MESSAGE_EDITED);
        }
        boolean settled = outcome.refused(SEEN_MARK) || outcome.refused(MESSAGE);
        return settled && said(Event.CHANGE_FORGOTTEN);
    }

    private static boolean said(Event event) {
        Log.event(event);
        return true;
    }
}
