package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Pause;
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
    private static final int ROUNDS = 20;
    private static final Duration WAIT = Duration.ofMillis(20);

    private final Table table;
    private final Enquiries enquiries;
    private final Secrets secrets;
    private final Clock clock;
    private final SecureRandom random;
    private final IntakeWrites writes;
    private final Pause pause;

    Intake(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.secrets = secrets;
        this.clock = platform.clock();
        this.random = platform.random();
        this.writes = new IntakeWrites(table, platform);
        this.pause = platform.pause();
    }

    /** Whether the message is durable, by now or already before. */
    boolean take(Inbound.Written message) {
        Pseudonyms pseudonyms = new Pseudonyms(secrets.current().pepperKey());
        var arrival = new Arrival(
                message,
                pseudonyms.citizen(message.citizen()),
                pseudonyms.message(Wamid.token(message.wamid())),
                clock.instant());
        for (int round = 1; round <= ROUNDS; round++) {
            Outcome outcome = store(arrival);
            if (outcome.done()) {
                Log.event(Event.MESSAGE_STORED);
                return true;
            }
            if (outcome.refused(IntakeWrites.SEEN_MARK)) {
                Log.event(Event.MESSAGE_SEEN_BEFORE);
                return true;
            }
            pause.of(WAIT.multipliedBy(round).plusMillis(random.nextLong(WAIT.toMillis())));
        }
        Log.event(Event.MESSAGE_NOT_STORED, Detail.attempt(ROUNDS));
        return false;
    }

    /**
     * A message on its way in.
     *
     * @param citizen keyed hash of who wrote it
     * @param seen keyed hash of its id
     */
    record Arrival(Inbound.Written message, String citizen, String seen, Instant time) {}

    private Outcome store(Arrival arrival) {
        Optional<Enquiry> found = enquiries.evenExpiredOf(arrival.citizen());
        Optional<Enquiry> open = found.filter(enquiry -> !enquiry.isExpired(arrival.time()));
        return table.transact(open.isPresent() ? writes.append(arrival, open.get()) : writes.open(arrival, found));
    }
}
