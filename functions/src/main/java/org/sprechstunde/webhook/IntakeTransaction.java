package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.autoreply.AutoReplyRules;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.MessageIntake.Arrival;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What the transaction of one citizen's arriving messages writes. Their seen marks stand first, in their order. */
final class IntakeTransaction {
    /** The stream begins a task within a second; the sweep takes it only if that has failed. */
    static final Duration STREAM_FIRST = Duration.ofMinutes(2);

    private final Table table;
    private final Transaction writes;
    private final RetentionPolicy retention;
    private final AutoReplyRules autoReplyRules;
    private final SecureRandom random;

    IntakeTransaction(Table table, Platform platform) {
        this.table = table;
        this.writes = new Transaction(table);
        this.retention = RetentionPolicy.of(platform.settings());
        this.autoReplyRules = new AutoReplyRules(platform.settings());
        this.random = platform.random();
    }

    /** Messages of an open enquiry. */
    List<TransactWriteItem> append(List<Arrival> arrivals, Enquiry open) {
        List<IntakeEntry> entries = IntakeEntry.of(arrivals, open.id(), random);
        List<TransactWriteItem> all = common(entries, open);
        List<Message> messages = entries.stream().map(IntakeEntry::message).toList();
        all.add(EnquiryUpdates.received(received(open, entries), messages, random)
                .in(table));
        return all;
    }

    /** The first messages of an enquiry. */
    List<TransactWriteItem> open(List<Arrival> arrivals) {
        Arrival arrival = arrivals.getFirst();
        var fresh = new Enquiry.Fresh(RandomId.next(random), arrival.citizen(), DataKey.next(random));
        List<IntakeEntry> entries = IntakeEntry.of(arrivals, fresh.id(), random);
        Message first = entries.getFirst().message();
        Enquiry opened = Enquiry.opened(fresh, arrival.message().citizen(), first, retention);
        Enquiry enquiry = received(opened, entries.subList(1, entries.size()));
        List<TransactWriteItem> all = common(entries, enquiry);
        all.add(writes.putNew(EnquiryItem.write(enquiry, random)));
        all.add(writes.put(EnquiryItem.pointer(enquiry, keep(enquiry))));
        all.add(task(Task.greet(enquiry.id(), due(arrival), random), enquiry));
        return all;
    }

    private Enquiry received(Enquiry enquiry, List<IntakeEntry> entries) {
        Enquiry changed = enquiry;
        for (IntakeEntry entry : entries) {
            changed = changed.received(entry.arrival().message().citizen(), entry.message(), retention);
        }
        return changed;
    }

    private List<TransactWriteItem> common(List<IntakeEntry> entries, Enquiry enquiry) {
        List<TransactWriteItem> all = new ArrayList<>();
        for (IntakeEntry entry : entries) {
            var mark = new SeenMark(
                    entry.arrival().seen(), enquiry.id(), entry.message().id());
            all.add(writes.putNew(mark.write(entry.arrival().time())));
        }
        entries.forEach(entry -> all.addAll(parts(entry, enquiry)));
        all.addAll(texts(entries, enquiry));
        return all;
    }

    private List<TransactWriteItem> texts(List<IntakeEntry> entries, Enquiry enquiry) {
        Arrival first = entries.getFirst().arrival();
        List<MessageContent> contents =
                entries.stream().map(entry -> entry.message().content()).toList();
        return autoReplyRules.of(contents, enquiry, first.time()).stream()
                .map(text -> task(Task.tell(enquiry.id(), text, due(first), random), enquiry))
                .toList();
    }

    private TransactWriteItem task(Task task, Enquiry enquiry) {
        return writes.put(TaskItem.write(task, keep(enquiry)));
    }

    private List<TransactWriteItem> parts(IntakeEntry entry, Enquiry enquiry) {
        Arrival arrival = entry.arrival();
        Message message = entry.message();
        List<TransactWriteItem> all = new ArrayList<>();
        arrival.edit()
                .ifPresent(edit ->
                        all.add(writes.put(new SeenMark(edit, enquiry.id(), message.id()).write(arrival.time()))));
        all.add(writes.put(MessageItem.write(enquiry, message, keep(enquiry), random)));
        if (message.content() instanceof MessageContent.Media) {
            all.add(task(Task.fetchMedia(enquiry.id(), message.id(), due(arrival), random), enquiry));
        }
        return all;
    }

    private Instant keep(Enquiry enquiry) {
        return retention.latest(enquiry.opened());
    }

    private static Instant due(Arrival arrival) {
        return arrival.time().plus(STREAM_FIRST);
    }
}
