package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Writes;
import org.sprechstunde.work.Goodbye;

/**
 * An enquiry that has expired but still stands goes as soon as its citizen is heard of: whoever is told that nothing is
 * stored must be able to rely on it. Its key goes first, with a forget task for the rest; then WhatsApp is asked to
 * forget as well, now or never, for only the key tells what there is to be forgotten.
 */
final class Overdue {
    private final Table table;
    private final Enquiries enquiries;
    private final Writes writes;
    private final Goodbye goodbye;
    private final Rounds rounds;
    private final Clock clock;
    private final SecureRandom random;

    Overdue(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.enquiries = new Enquiries(table, platform.clock());
        this.writes = new Writes(table);
        this.goodbye = new Goodbye(table, platform, secrets);
        this.rounds = new Rounds(platform);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /** The citizen's open enquiry; from now on there is no other. */
    Optional<Enquiry> openOf(String citizen) {
        return rounds.until(() -> unlessExpired(citizen))
                .orElseThrow(() -> new IllegalStateException("too many writers on one enquiry"));
    }

    /** Empty if another writer was faster. */
    private Optional<Optional<Enquiry>> unlessExpired(String citizen) {
        Optional<Enquiry> standing = enquiries.evenExpiredOf(citizen);
        if (standing.isPresent() && standing.get().isExpired(clock.instant())) {
            return isEnded(standing.get()) ? Optional.of(Optional.empty()) : Optional.empty();
        }
        return Optional.of(standing);
    }

    private boolean isEnded(Enquiry expired) {
        List<Message> messages = enquiries.messages(expired);
        Task task = Task.forget(expired.id(), Erasure.begun(clock.instant(), messages), clock.instant(), random);
        boolean done = table.transact(List.of(writes.deleteExpired(expired), writes.put(TaskItem.writeForget(task))))
                .done();
        if (done) {
            Log.event(Event.EXPIRED, Detail.enquiry(expired.id()));
            goodbye.afterExpiry(task, expired, messages);
        }
        return done;
    }
}
