package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Retention;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.EnquiryChanges;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Writes;
import org.sprechstunde.webhook.Intake.Arrival;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the transaction of an arriving message writes. The seen mark stands first. */
final class IntakeWrites {
    /** Index of the seen mark in each transaction. */
    static final int SEEN_MARK = 0;

    /** The stream begins a task within a second; the sweep takes it only if that has failed. */
    static final Duration STREAM_FIRST = Duration.ofMinutes(2);

    private final Table table;
    private final Writes writes;
    private final Retention retention;
    private final SecureRandom random;

    IntakeWrites(Table table, Platform platform) {
        this.table = table;
        this.writes = new Writes(table);
        this.retention = Retention.of(platform.settings());
        this.random = platform.random();
    }

    /** A message of an open enquiry. */
    List<TransactWriteItem> append(Arrival arrival, Enquiry open) {
        Message message = message(arrival, open.id());
        List<TransactWriteItem> all = common(arrival, open, message);
        Enquiry changed = open.received(arrival.message().citizen(), message, retention);
        all.add(EnquiryChanges.received(changed, message, random).in(table));
        return all;
    }

    /** The first message of an enquiry; {@code expired} is still in the way, is replaced and forgotten. */
    List<TransactWriteItem> open(Arrival arrival, Optional<Enquiry> expired) {
        var fresh = new Enquiry.Fresh(RandomId.next(random), arrival.citizen(), DataKey.next(random));
        Message message = message(arrival, fresh.id());
        Enquiry enquiry = Enquiry.opened(fresh, arrival.message().citizen(), message, retention);
        List<TransactWriteItem> all = common(arrival, enquiry, message);
        var item = EnquiryItem.write(enquiry, random);
        all.add(expired.map(old -> writes.replace(old.id(), item)).orElseGet(() -> writes.putNew(item)));
        all.add(writes.put(EnquiryItem.pointer(enquiry, keep(enquiry))));
        all.add(writes.put(TaskItem.write(Task.greet(enquiry.id(), due(arrival), random), keep(enquiry))));
        expired.ifPresent(old -> all.add(forget(old, arrival)));
        return all;
    }

    private List<TransactWriteItem> common(Arrival arrival, Enquiry enquiry, Message message) {
        List<TransactWriteItem> all = new ArrayList<>();
        all.add(writes.putNew(new SeenMark(arrival.seen(), enquiry.id(), message.id()).write(arrival.time())));
        arrival.edit()
                .ifPresent(edit ->
                        all.add(writes.put(new SeenMark(edit, enquiry.id(), message.id()).write(arrival.time()))));
        all.add(writes.put(MessageItem.write(enquiry, message, keep(enquiry), random)));
        if (message.content() instanceof Content.Media) {
            Task fetch = Task.fetchMedia(enquiry.id(), message.id(), due(arrival), random);
            all.add(writes.put(TaskItem.write(fetch, keep(enquiry))));
        }
        return all;
    }

    private Message message(Arrival arrival, RandomId enquiry) {
        Content content = arrival.message().content();
        return new Message(
                MessageId.next(arrival.message().written(), arrival.time(), random),
                Direction.IN,
                content,
                content instanceof Content.Media
                        ? Optional.of(MediaFile.waiting(RandomId.next(random), DataKey.next(random)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of(arrival.message().wamid()),
                arrival.edit().map(_ -> arrival.message().written()),
                arrival.quotes().context(arrival.message(), enquiry),
                Optional.empty());
    }

    private TransactWriteItem forget(Enquiry old, Arrival arrival) {
        Erasure erasure = Erasure.silent(arrival.time());
        Task task = Task.forget(old.id(), erasure, due(arrival), random);
        return writes.put(TaskItem.writeForget(task));
    }

    private Instant keep(Enquiry enquiry) {
        return retention.latest(enquiry.opened());
    }

    private static Instant due(Arrival arrival) {
        return arrival.time().plus(STREAM_FIRST);
    }
}
