package org.sprechstunde.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.Wamid;

/**
 * Makes a citizen's message durable: read the citizen's item, then one transaction on condition that
 * nothing has changed since. If something has, read again.
 */
final class Intake {
    private final Table table;
    private final Enquiries enquiries;
    private final Secrets secrets;
    private final Clock clock;
    private final IntakeWrites writes;
    private final Rounds rounds;

    Intake(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.secrets = secrets;
        this.clock = platform.clock();
        this.writes = new IntakeWrites(table, platform);
        this.rounds = new Rounds(platform);
    }

    /** Whether the message is durable, by now or already before. */
    boolean take(Inbound.Written message) {
        Arrival arrival = arrival(message, Optional.empty());
        return rounds.untilDone(() -> {
            Outcome outcome = store(arrival);
            if (outcome.refused(IntakeWrites.SEEN_MARK)) {
                Log.event(Event.MESSAGE_SEEN_BEFORE);
            }
            return outcome.done() || outcome.refused(IntakeWrites.SEEN_MARK);
        });
    }

    /**
     * A message on its way in.
     *
     * @param citizen keyed hash of who wrote it
     * @param seen keyed hash of its id
     * @param edit keyed hash of the edit's id, where the message comes as one
     */
    record Arrival(
            Inbound.Written message, String citizen, String seen, Optional<String> edit, Quotes quotes, Instant time) {}

    Arrival arrival(Inbound.Written message, Optional<String> edit) {
        Pseudonyms pseudonyms = new Pseudonyms(secrets.current().pepperKey());
        return new Arrival(
                message,
                pseudonyms.citizen(message.citizen()),
                pseudonyms.message(Wamid.token(message.wamid())),
                edit.map(wamid -> pseudonyms.message(Wamid.token(wamid))),
                Quotes.find(table, message, pseudonyms),
                clock.instant());
    }

    /** One attempt. */
    Outcome store(Arrival arrival) {
        Optional<Enquiry> found = enquiries.evenExpiredOf(arrival.citizen());
        Optional<Enquiry> open = found.filter(enquiry -> !enquiry.isExpired(arrival.time()));
        Outcome outcome =
                table.transact(open.isPresent() ? writes.append(arrival, open.get()) : writes.open(arrival, found));
        if (outcome.done()) {
            Log.event(Event.MESSAGE_STORED);
        }
        return outcome;
    }
}
