package org.sprechstunde.webhook;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.autoreply.AutoReplyRules;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.identity.CitizenEnquiries.Found;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.PointerItem;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.MessageIntake.Arrival;

/** What the transaction of one citizen's arriving messages writes. */
final class IntakeTransaction {
    private final Table table;
    private final RetentionPolicy retention;
    private final AutoReplyRules autoReplyRules;
    private final SecureRandom random;

    IntakeTransaction(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.retention = RetentionPolicy.of(platform.settings());
        this.autoReplyRules = new AutoReplyRules(platform.settings());
        this.random = platform.random();
    }

    /** A transaction, not yet committed, and in it the arrivals' seen marks, in their order. */
    record Intake(Transaction transaction, List<Transaction.Write> marks) {}

    /** Messages of an open enquiry. */
    Intake append(List<Arrival> arrivals, Enquiry open) {
        List<IntakeEntry> entries = IntakeEntry.of(arrivals, open.id(), random);
        List<Message> messages = entries.stream().map(IntakeEntry::message).toList();
        Intake intake = begin(entries, open);
        intake.transaction().update(EnquiryUpdates.received(received(open, entries), messages, random));
        return intake;
    }

    /**
     * The first messages of an enquiry. One that still stands but whose time is nearly over makes way for it: whoever
     * writes now must be read, and what was written then must go on the day that was told.
     */
    Intake open(List<Arrival> arrivals, Found found) {
        Arrival arrival = arrivals.getFirst();
        Optional<Enquiry> ending = found.open();
        Optional<Enquiry> aside = ending.map(enquiry -> enquiry.setAside(RandomId.next(random)));
        var fresh = new Enquiry.Fresh(RandomId.next(random), place(found, aside), DataKey.next(random));
        List<IntakeEntry> entries = IntakeEntry.of(arrivals, fresh.id(), random);
        Message first = entries.getFirst().message();
        Identity citizen = arrival.message().citizen();
        // It is found by all ids of the one before it, so it must know them.
        Identity known =
                ending.map(before -> before.identity().updatedBy(citizen)).orElse(citizen);
        Enquiry opened = Enquiry.opened(fresh, known, first, retention);
        Enquiry enquiry = received(arrival.urgent() ? opened.alarmed() : opened, entries.subList(1, entries.size()));
        Intake intake = begin(entries, enquiry);
        Transaction transaction = intake.transaction();
        ending.ifPresentOrElse(
                before -> {
                    transaction.replaceUnchanged(before, EnquiryItem.write(enquiry, random));
                    transaction.handOverAliases(before, enquiry);
                    transaction.putNew(EnquiryItem.write(aside.orElseThrow(), random));
                    transaction.update(PointerUpdates.moved(aside.orElseThrow(), before.citizen()));
                },
                () -> enter(transaction, enquiry, found));
        transaction.put(PointerItem.write(enquiry));
        put(transaction, Task.greet(enquiry.id(), due(arrival), random), enquiry);
        return intake;
    }

    /** Where the one before it stood, or else under the most certain of the ids. */
    private static EnquiryPlace place(Found found, Optional<Enquiry> aside) {
        Optional<String> earlier = aside.map(Enquiry::citizen);
        List<String> hmacs = found.hmacs();
        return found.open()
                .map(before -> new EnquiryPlace(before.citizen(), before.place().aliases(), earlier))
                .orElseGet(() -> new EnquiryPlace(
                        hmacs.getFirst(), Set.copyOf(hmacs.subList(1, hmacs.size())), Optional.empty()));
    }

    /** Under every id: of two functions that hear of one citizen by different ids, one reads again. */
    private void enter(Transaction transaction, Enquiry enquiry, Found found) {
        for (String hmac : found.hmacs()) {
            boolean standsHere = hmac.equals(enquiry.citizen());
            transaction.replace(
                    found.lookup().at(hmac),
                    standsHere ? EnquiryItem.write(enquiry, random) : EnquiryItem.alias(hmac, enquiry));
        }
    }

    private Enquiry received(Enquiry enquiry, List<IntakeEntry> entries) {
        Enquiry changed = enquiry;
        for (IntakeEntry entry : entries) {
            changed = changed.received(entry.arrival().message().citizen(), entry.message());
        }
        return isUrgent(entries) ? changed.alarmed() : changed;
    }

    private static boolean isUrgent(List<IntakeEntry> entries) {
        return entries.stream().anyMatch(entry -> entry.arrival().urgent());
    }

    private Intake begin(List<IntakeEntry> entries, Enquiry enquiry) {
        Transaction transaction = table.transaction();
        List<Transaction.Write> marks = new ArrayList<>();
        for (IntakeEntry entry : entries) {
            Arrival arrival = entry.arrival();
            if (!enquiry.identity().shares(arrival.message().citizen())) {
                throw new IllegalArgumentException("an enquiry takes messages of its own citizen only");
            }
            marks.add(transaction.putNew(mark(arrival.seen(), entry, enquiry).write(arrival.time())));
            put(transaction, entry, enquiry);
        }
        Arrival first = entries.getFirst().arrival();
        Set<AutoReply> texts = autoReplyRules.of(contents(entries), enquiry, first.time());
        if (isUrgent(entries)) {
            texts.add(AutoReply.EMERGENCY);
            // The same says that nobody reads around the clock.
            texts.remove(AutoReply.OUTSIDE_HOURS);
        }
        for (AutoReply text : texts) {
            put(transaction, Task.tell(enquiry.id(), text, due(first), random), enquiry);
        }
        return new Intake(transaction, marks);
    }

    private static SeenMark mark(String seen, IntakeEntry entry, Enquiry enquiry) {
        return new SeenMark(seen, enquiry.id(), entry.message().id());
    }

    private static List<MessageContent> contents(List<IntakeEntry> entries) {
        return entries.stream().map(entry -> entry.message().content()).toList();
    }

    private void put(Transaction transaction, Task task, Enquiry enquiry) {
        transaction.put(TaskItem.write(task, enquiry.latest()));
    }

    private void put(Transaction transaction, IntakeEntry entry, Enquiry enquiry) {
        Arrival arrival = entry.arrival();
        Message message = entry.message();
        arrival.edit()
                .ifPresent(edit -> transaction.put(mark(edit, entry, enquiry).write(arrival.time())));
        transaction.put(MessageItem.write(enquiry, message, random));
        if (message.content() instanceof MessageContent.Media) {
            put(transaction, Task.fetchMedia(enquiry.id(), message.id(), due(arrival), random), enquiry);
        }
    }

    private static Instant due(Arrival arrival) {
        return arrival.time().plus(Task.STREAM_FIRST);
    }
}
