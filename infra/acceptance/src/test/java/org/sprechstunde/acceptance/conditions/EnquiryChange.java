package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.FIRST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;
import static org.sprechstunde.acceptance.conditions.ConditionTable.SOMEBODY;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.enquiry.Presence;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.AnswerAcceptance;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.NoteItem;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.PresenceItem;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.Update;

/**
 * A change that can happen to an enquiry while a page has it open.
 *
 * @param update the method of ours that makes it
 * @param isShown whether the page can show what it changes
 * @param prepared does what must have been before, and says how to make it
 */
record EnquiryChange(String update, boolean isShown, Function<LookedAt, Runnable> prepared) {
    private static final Duration CALL = Duration.ofSeconds(5);

    @Override
    public String toString() {
        return update;
    }

    static List<EnquiryChange> all() {
        return Stream.of(ofMessages(), ofAnswers(), ofEnquiries(), ofDesks(), ofPointers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<EnquiryChange> ofMessages() {
        RandomId token = FIRST;
        return List.of(
                shown("MessageUpdates.stored", at -> MessageUpdates.stored(at.enquiry, at.arrived(), at.table.random)),
                shown("MessageUpdates.lost", at -> MessageUpdates.lost(at.place(at.file), MediaFile.Problem.GONE)),
                shown("MessageUpdates.edited", at -> MessageUpdates.edited(at.enquiry, edited(at), at.table.random)),
                shown(
                        "MessageUpdates.reacted",
                        at -> MessageUpdates.reacted(
                                at.place(at.text),
                                Optional.of(MessageItem.reaction(at.enquiry, at.place(at.text), "👍", at.table.random)),
                                NOW)),
                hidden(
                        "MessageUpdates.reactionAnnounced",
                        at -> () -> at.table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)))),
                new EnquiryChange("MessageUpdates.reactionShown", true, at -> {
                    at.table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)));
                    return () ->
                            at.table.takes(MessageUpdates.reactionShown(at.enquiry, at.emoji(token), at.table.random));
                }),
                new EnquiryChange("MessageUpdates.reactionFailed", true, at -> {
                    at.table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)));
                    at.table.takes(MessageUpdates.reactionShown(at.enquiry, at.emoji(token), at.table.random));
                    return () -> at.table.takes(MessageUpdates.reactionFailed(at.place(at.text), token));
                }),
                hidden(
                        "MessageUpdates.copyDeleted",
                        at -> () -> at.table.takes(MessageUpdates.copyDeleted(at.place(at.file)))));
    }

    private static List<EnquiryChange> ofAnswers() {
        return List.of(
                hidden(
                        "MessageUpdates.sentAgain",
                        at -> () -> at.table.takes(MessageUpdates.sentAgain(at.place(at.answer), NOW))),
                hidden(
                        "MessageUpdates.marked",
                        at -> () -> new AnswerMarks(at.table.table)
                                .mark(new AnswerMarks.Answer(at.enquiry.id(), at.answer.id()), hmac(at))),
                new EnquiryChange("MessageUpdates.delivered", true, at -> {
                    moves(at, Delivery.State.ACCEPTED);
                    return () -> moves(at, Delivery.State.READ);
                }),
                new EnquiryChange("EnquiryUpdates.waitsNoMore", true, at -> () -> moves(at, Delivery.State.ACCEPTED)),
                new EnquiryChange("EnquiryUpdates.waitsAgain", true, at -> () -> moves(at, Delivery.State.FAILED)),
                new EnquiryChange("DeskUpdates.arrived", true, at -> {
                    moves(at, Delivery.State.FAILED);
                    return () -> moves(at, Delivery.State.DELIVERED);
                }),
                new EnquiryChange(
                        "AnswerAcceptance",
                        true,
                        at -> () -> assertThat(
                                        new AnswerAcceptance(at.enquiry, at.answer.id(), 0, hmac(at), Set.of(NOW))
                                                .isWritten(at.table.table))
                                .isTrue()));
    }

    private static List<EnquiryChange> ofEnquiries() {
        return List.of(
                new EnquiryChange("EnquiryUpdates.received", true, at -> () -> {
                    Message more = at.table.text(NOW);
                    at.put(more);
                    at.table.takes(EnquiryUpdates.received(at.enquiry, List.of(more), at.table.random));
                }),
                new EnquiryChange(
                        "EnquiryUpdates.replied",
                        true,
                        at -> () -> at.table.takes(EnquiryUpdates.replied(answered(at), NOW, at.table.random))),
                new EnquiryChange(
                        "EnquiryUpdates.repliedByTemplate",
                        true,
                        at -> () -> at.table.takes(EnquiryUpdates.repliedByTemplate(answered(at), at.table.random))),
                new EnquiryChange(
                        "EnquiryUpdates.sending", true, at -> () -> lease(at).next()),
                new EnquiryChange("EnquiryUpdates.sent", false, at -> {
                    SendingLease lease = lease(at);
                    lease.next();
                    return lease::end;
                }),
                new EnquiryChange(
                        "EnquiryUpdates.noticed", true, at -> () -> at.table.takes(EnquiryUpdates.noticed(at.enquiry))),
                new EnquiryChange("EnquiryUpdates.resealed", true, at -> () -> {
                    Transaction transaction = at.table.table.transaction();
                    transaction.deleteStanding(at.place(at.text));
                    transaction.update(EnquiryUpdates.resealed(at.enquiry.revoked(at.text), at.table.random));
                    assertThat(transaction.commit().done()).isTrue();
                }));
    }

    private static List<EnquiryChange> ofDesks() {
        return List.of(
                new EnquiryChange(
                        "DeskUpdates.seen", true, at -> () -> at.table.takes(DeskUpdates.seen(at.enquiry, 0))),
                new EnquiryChange("DeskUpdates.postponed", true, at -> () -> at.table.takes(postponed(at))),
                new EnquiryChange("DeskUpdates.fetchedBack", true, at -> {
                    at.table.takes(postponed(at));
                    return () -> at.table.takes(DeskUpdates.fetchedBack(at.enquiry));
                }),
                new EnquiryChange(
                        "DeskUpdates.assigned",
                        true,
                        at -> () -> at.table.takes(DeskUpdates.assigned(at.enquiry, SOMEBODY, at.table.random))),
                new EnquiryChange("DeskUpdates.unassigned", true, at -> {
                    at.table.takes(DeskUpdates.assigned(at.enquiry, SOMEBODY, at.table.random));
                    return () -> at.table.takes(DeskUpdates.unassigned(at.enquiry));
                }),
                hidden("DeskUpdates.grouped", at -> () -> at.table.takes(DeskUpdates.grouped(at.enquiry))));
    }

    private static List<EnquiryChange> ofPointers() {
        return List.of(
                new EnquiryChange(
                        "PointerUpdates.told",
                        true,
                        at -> () -> at.table.takes(PointerUpdates.told(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW))),
                new EnquiryChange("PointerUpdates.notTold", true, at -> {
                    at.table.takes(PointerUpdates.told(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW));
                    return () -> at.table.takes(PointerUpdates.notTold(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW));
                }),
                new EnquiryChange(
                        "PointerUpdates.greeted",
                        true,
                        at -> () -> at.table.takes(PointerUpdates.greeted(at.enquiry, NOW))),
                hidden("PointerUpdates.reminded", at -> () -> at.table.takes(PointerUpdates.reminded(at.enquiry))),
                new EnquiryChange("PointerUpdates.moved", true, at -> () -> move(at)),
                new EnquiryChange(
                        "NoteItem.written",
                        true,
                        at -> () -> at.table.takes(
                                NoteItem.written(at.enquiry, new Note("Notiz", SOMEBODY, NOW, 1), at.table.random))),
                hidden(
                        "PresenceItem.written",
                        at -> () -> at.table.takes(PresenceItem.written(
                                at.enquiry,
                                new PresenceItem.Read(Presence.NOBODY, Optional.empty()),
                                Presence.NOBODY.with(new Presence.Present(SOMEBODY, Presence.Doing.READING, NOW)),
                                at.table.random))));
    }

    private static EnquiryChange shown(String update, Function<LookedAt, MessageChange> change) {
        return new EnquiryChange(update, true, at -> () -> at.table.takes(change.apply(at)));
    }

    private static EnquiryChange hidden(String update, Function<LookedAt, Runnable> change) {
        return new EnquiryChange(update, false, change);
    }

    private static Message edited(LookedAt at) {
        return at.text.edited(new MessageContent.Text("neu"), NOW);
    }

    private static void moves(LookedAt at, Delivery.State state) {
        assertThat(new DeliveryUpdates(at.table.table)
                        .move(at.enquiry.id(), at.answer.id(), new Delivery(state, OptionalLong.empty())))
                .isTrue();
    }

    private static Enquiry answered(LookedAt at) {
        return at.enquiry.replied(at.answer, NOW.plus(CALL));
    }

    private static SendingLease lease(LookedAt at) {
        return SendingLease.on(at.table.services, at.enquiry, CALL);
    }

    private static Update postponed(LookedAt at) {
        return DeskUpdates.postponed(at.enquiry, 0, NOW.plus(CALL), SOMEBODY, at.table.random);
    }

    private static String hmac(LookedAt at) {
        return at.table.hash();
    }

    /** To another id of its citizen. */
    private static void move(LookedAt at) {
        Enquiry moved = at.enquiry
                .moved(new EnquiryPlace(hmac(at), Set.of(), Optional.empty()), at.enquiry.identity())
                .revised();
        Transaction transaction = at.table.table.transaction();
        transaction.deleteUnchanged(at.enquiry);
        transaction.putNew(EnquiryItem.write(moved, at.table.random));
        transaction.update(PointerUpdates.moved(moved, at.enquiry.citizen()));
        assertThat(transaction.commit().done()).isTrue();
    }
}
