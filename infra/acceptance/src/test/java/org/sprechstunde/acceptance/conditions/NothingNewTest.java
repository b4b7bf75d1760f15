package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.FIRST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;
import static org.sprechstunde.acceptance.conditions.ConditionTable.RETENTION;
import static org.sprechstunde.acceptance.conditions.ConditionTable.SOMEBODY;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.acceptance.repository.Repository;
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
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.NoteItem;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.PresenceItem;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.store.TemplateStates;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.Update;

/**
 * The page asks every few seconds whether an enquiry that it has open is still the same, and one read answers it, without a
 * message. So whatever changes what is shown must change what that read sees; each kind of change is done here.
 */
final class NothingNewTest {
    /** Classes whose updates are of no enquiry's item, or of its tasks, which nobody is shown. */
    private static final Set<String> OF_SOMETHING_ELSE =
            Set.of("CannedReplyItem", "ErasureCodes", "FarewellMark", "KeywordMark", "SealedCopies", "SeenMark");

    private static final Set<String> OF_TASKS = Set.of("TaskUpdates", "WeekNumbers");

    private static final Duration CALL = Duration.ofSeconds(5);

    private static ConditionTable table;

    /**
     * A change that can happen to an enquiry.
     *
     * @param update the method of ours that makes it
     * @param prepared does what must have been before, and says how to make it
     */
    private record Change(String update, boolean isShown, Function<LookedAt, Runnable> prepared) {
        @Override
        public String toString() {
            return update;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        table = new ConditionTable();
    }

    static List<Change> changes() {
        return Stream.of(ofMessages(), ofAnswers(), ofEnquiries(), ofDesks(), ofPointers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Change> ofMessages() {
        RandomId token = FIRST;
        return List.of(
                shown("MessageUpdates.stored", at -> MessageUpdates.stored(at.enquiry, at.arrived(), table.random)),
                shown("MessageUpdates.lost", at -> MessageUpdates.lost(at.place(at.file), MediaFile.Problem.GONE)),
                shown("MessageUpdates.edited", at -> MessageUpdates.edited(at.enquiry, edited(at), table.random)),
                shown(
                        "MessageUpdates.reacted",
                        at -> MessageUpdates.reacted(
                                at.place(at.text),
                                Optional.of(MessageItem.reaction(at.enquiry, at.place(at.text), "👍", table.random)),
                                NOW)),
                hidden(
                        "MessageUpdates.reactionAnnounced",
                        at -> () -> table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)))),
                new Change("MessageUpdates.reactionShown", true, at -> {
                    table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)));
                    return () -> table.takes(MessageUpdates.reactionShown(at.enquiry, at.emoji(token), table.random));
                }),
                new Change("MessageUpdates.reactionFailed", true, at -> {
                    table.takes(MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(token)));
                    table.takes(MessageUpdates.reactionShown(at.enquiry, at.emoji(token), table.random));
                    return () -> table.takes(MessageUpdates.reactionFailed(at.place(at.text), token));
                }),
                hidden(
                        "MessageUpdates.copyDeleted",
                        at -> () -> table.takes(MessageUpdates.copyDeleted(at.place(at.file)))));
    }

    private static List<Change> ofAnswers() {
        return List.of(
                hidden(
                        "MessageUpdates.sentAgain",
                        at -> () -> table.takes(MessageUpdates.sentAgain(at.place(at.answer), NOW))),
                hidden(
                        "MessageUpdates.marked",
                        at -> () -> new AnswerMarks(table.table)
                                .mark(new AnswerMarks.Answer(at.enquiry.id(), at.answer.id()), hmac())),
                new Change("MessageUpdates.delivered", true, at -> {
                    moves(at, Delivery.State.ACCEPTED);
                    return () -> moves(at, Delivery.State.READ);
                }),
                new Change("EnquiryUpdates.waitsNoMore", true, at -> () -> moves(at, Delivery.State.ACCEPTED)),
                new Change("EnquiryUpdates.waitsAgain", true, at -> () -> moves(at, Delivery.State.FAILED)),
                new Change("DeskUpdates.arrived", true, at -> {
                    moves(at, Delivery.State.FAILED);
                    return () -> moves(at, Delivery.State.DELIVERED);
                }),
                new Change(
                        "AnswerAcceptance",
                        true,
                        at -> () -> assertThat(new AnswerAcceptance(at.enquiry, at.answer.id(), 0, hmac(), Set.of(NOW))
                                        .isWritten(table.table))
                                .isTrue()));
    }

    private static List<Change> ofEnquiries() {
        return List.of(
                new Change("EnquiryUpdates.received", true, at -> () -> {
                    Message more = table.text(NOW);
                    at.put(more);
                    table.takes(EnquiryUpdates.received(at.enquiry, List.of(more), table.random));
                }),
                new Change(
                        "EnquiryUpdates.replied",
                        true,
                        at -> () -> table.takes(EnquiryUpdates.replied(answered(at), NOW, table.random))),
                new Change(
                        "EnquiryUpdates.repliedByTemplate",
                        true,
                        at -> () -> table.takes(EnquiryUpdates.repliedByTemplate(answered(at), table.random))),
                new Change("EnquiryUpdates.sending", true, at -> () -> lease(at).next()),
                new Change("EnquiryUpdates.sent", false, at -> {
                    SendingLease lease = lease(at);
                    lease.next();
                    return lease::end;
                }),
                new Change("EnquiryUpdates.noticed", true, at -> () -> table.takes(EnquiryUpdates.noticed(at.enquiry))),
                new Change("EnquiryUpdates.resealed", true, at -> () -> {
                    Transaction transaction = table.table.transaction();
                    transaction.deleteStanding(at.place(at.text));
                    transaction.update(EnquiryUpdates.resealed(at.enquiry.revoked(at.text), table.random));
                    assertThat(transaction.commit().done()).isTrue();
                }));
    }

    private static List<Change> ofDesks() {
        return List.of(
                new Change("DeskUpdates.seen", true, at -> () -> table.takes(DeskUpdates.seen(at.enquiry, 0))),
                new Change("DeskUpdates.postponed", true, at -> () -> table.takes(postponed(at))),
                new Change("DeskUpdates.fetchedBack", true, at -> {
                    table.takes(postponed(at));
                    return () -> table.takes(DeskUpdates.fetchedBack(at.enquiry));
                }),
                new Change(
                        "DeskUpdates.assigned",
                        true,
                        at -> () -> table.takes(DeskUpdates.assigned(at.enquiry, SOMEBODY, table.random))),
                new Change("DeskUpdates.unassigned", true, at -> {
                    table.takes(DeskUpdates.assigned(at.enquiry, SOMEBODY, table.random));
                    return () -> table.takes(DeskUpdates.unassigned(at.enquiry));
                }),
                hidden("DeskUpdates.grouped", at -> () -> table.takes(DeskUpdates.grouped(at.enquiry))));
    }

    private static List<Change> ofPointers() {
        return List.of(
                new Change(
                        "PointerUpdates.told",
                        true,
                        at -> () -> table.takes(PointerUpdates.told(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW))),
                new Change("PointerUpdates.notTold", true, at -> {
                    table.takes(PointerUpdates.told(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW));
                    return () -> table.takes(PointerUpdates.notTold(at.enquiry, AutoReply.OUTSIDE_HOURS, NOW));
                }),
                new Change(
                        "PointerUpdates.greeted",
                        true,
                        at -> () -> table.takes(PointerUpdates.greeted(at.enquiry, NOW))),
                hidden("PointerUpdates.reminded", at -> () -> table.takes(PointerUpdates.reminded(at.enquiry))),
                new Change("PointerUpdates.moved", true, at -> () -> move(at)),
                new Change(
                        "NoteItem.written",
                        true,
                        at -> () -> table.takes(
                                NoteItem.written(at.enquiry, new Note("Notiz", SOMEBODY, NOW, 1), table.random))),
                hidden(
                        "PresenceItem.written",
                        at -> () -> table.takes(PresenceItem.written(
                                at.enquiry,
                                new PresenceItem.Read(Presence.NOBODY, Optional.empty()),
                                Presence.NOBODY.with(new Presence.Present(SOMEBODY, Presence.Doing.READING, NOW)),
                                table.random))));
    }

    private static Change shown(String update, Function<LookedAt, MessageChange> change) {
        return new Change(update, true, at -> () -> table.takes(change.apply(at)));
    }

    private static Change hidden(String update, Function<LookedAt, Runnable> change) {
        return new Change(update, false, change);
    }

    private static Message edited(LookedAt at) {
        return at.text.edited(new MessageContent.Text("neu"), NOW);
    }

    private static void moves(LookedAt at, Delivery.State state) {
        assertThat(new DeliveryUpdates(table.table)
                        .move(at.enquiry.id(), at.answer.id(), new Delivery(state, OptionalLong.empty())))
                .isTrue();
    }

    private static Enquiry answered(LookedAt at) {
        return at.enquiry.replied(at.answer, NOW.plus(CALL));
    }

    private static SendingLease lease(LookedAt at) {
        return SendingLease.on(table.services, at.enquiry, CALL);
    }

    private static Update postponed(LookedAt at) {
        return DeskUpdates.postponed(at.enquiry, 0, NOW.plus(CALL), SOMEBODY, table.random);
    }

    private static String hmac() {
        return table.hash();
    }

    /** To another id of its citizen. */
    private static void move(LookedAt at) {
        Enquiry moved = at.enquiry
                .moved(new EnquiryPlace(hmac(), Set.of(), Optional.empty()), at.enquiry.identity())
                .revised();
        Transaction transaction = table.table.transaction();
        transaction.deleteUnchanged(at.enquiry);
        transaction.putNew(EnquiryItem.write(moved, table.random));
        transaction.update(PointerUpdates.moved(moved, at.enquiry.citizen()));
        assertThat(transaction.commit().done()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whatIsShownIsNewOnceItChangesAndElseOneReadSaysSo(Change change) {
        LookedAt page = new LookedAt(table);
        Runnable doing = change.prepared().apply(page);
        page.isSeen(NOW);
        page.isTheSame(NOW);

        doing.run();

        if (change.isShown()) {
            page.isNew(NOW);
        }
        page.isTheSame(NOW);
    }

    /** Whoever writes another update says here whether the page can show what it changes. */
    @Test
    void noUpdateIsForgottenHere() throws Exception {
        Set<String> done = changes().stream().map(Change::update).collect(Collectors.toSet());

        assertThat(done).containsAll(updates());
    }

    private static Set<String> updates() throws IOException {
        Path store = Repository.file("functions/src/main/java/org/sprechstunde/store");
        try (Stream<Path> files = Files.list(store)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info") && !name.equals("Update"))
                    .filter(name -> !OF_SOMETHING_ELSE.contains(name) && !OF_TASKS.contains(name))
                    .flatMap(NothingNewTest::updates)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> updates(String type) {
        try {
            return Stream.of(Class.forName(Update.class.getPackageName() + "." + type)
                            .getDeclaredMethods())
                    .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                    .filter(method -> Set.of(Update.class, MessageChange.class).contains(method.getReturnType()))
                    .map(Method::getName)
                    .filter(name -> !type.equals("MessageChange"))
                    .map(name -> type + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsKnownOfTheTownsTemplatesIsNewOnceItChanges() {
        LookedAt page = new LookedAt(table);
        var templates = new TemplateStates(table.services);
        page.isSeen(NOW);

        templates.write(Map.of("rueckmeldung de", "APPROVED"));
        page.isNew(NOW);
        page.isTheSame(NOW);
        templates.forget();

        page.isNew(NOW);
        page.isTheSame(NOW);
    }

    /** That costs a read more, where there is one. */
    @Test
    void whatItsCitizenHadBeforeIsNewOnceItChanges() {
        Enquiry earlier = table.open();
        LookedAt page = new LookedAt(table);
        var place = new EnquiryPlace(page.enquiry.citizen(), Set.of(), Optional.of(earlier.citizen()));
        table.takes(EnquiryUpdates.resealed(page.enquiry.moved(place, page.enquiry.identity()), table.random));
        page.isSeen(NOW);

        table.takes(EnquiryUpdates.noticed(earlier));

        page.isNew(NOW);
    }

    /** Nothing happens to it: whoever was sending cannot tell any more, and then it may be sent again. */
    @Test
    void anAnswerThatNobodyKnowsToHaveGoneOutLooksDifferentByItself() {
        LookedAt page = new LookedAt(table);
        Instant sent = page.answer.id().time();
        page.isSeen(sent.plusSeconds(1));
        page.isTheSame(sent.plusMillis(29_999));

        page.isNew(sent.plusSeconds(30));
        page.isTheSame(sent.plusMillis(59_999));

        page.isNew(sent.plusSeconds(60));
        page.isTheSame(sent.plus(Duration.ofDays(1)));
    }

    @Test
    void whatIsErasedOrOverOrSomebodyElsesIsNotUnchanged() {
        LookedAt erased = new LookedAt(table);
        LookedAt over = new LookedAt(table);
        LookedAt followed = new LookedAt(table);
        for (LookedAt each : List.of(erased, over, followed)) {
            each.isSeen(NOW);
        }
        table.table.delete(ItemKey.citizen(erased.enquiry.citizen()));
        Enquiry next = Enquiry.opened(
                new Enquiry.Fresh(RandomId.next(table.random), followed.enquiry.place(), followed.enquiry.key()),
                followed.enquiry.identity(),
                table.text(NOW),
                RETENTION);
        table.table.put(EnquiryItem.write(next, table.random));

        erased.isGone(NOW);
        over.isTheSame(over.enquiry.expires().minusMillis(1));
        over.isGone(over.enquiry.expires());
        followed.isGone(NOW);
    }

    /** The tag names what was read before the messages: what comes between is shown without being named, and named next time. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatChangesWhileThePageIsAnsweredIsNotMissed(int call) {
        LookedAt page = new LookedAt(table);
        table.wire.calls();
        table.wire.before(call, () -> table.takes(MessageUpdates.lost(page.place(page.file), MediaFile.Problem.GONE)));

        page.isSeen(NOW);

        page.catchesUp(NOW);
    }

    /** What comes late finds no pointer any more, and makes none: nothing of what is erased comes back. */
    @Test
    void noCountComesBackForWhatIsBeingErased() {
        LookedAt page = new LookedAt(table);
        ItemKey pointer = ItemKey.pointer(page.enquiry.id());
        table.table.delete(pointer);

        table.refuses(MessageUpdates.lost(page.place(page.file), MediaFile.Problem.GONE));
        boolean moved = new DeliveryUpdates(table.table)
                .move(page.enquiry.id(), page.answer.id(), new Delivery(Delivery.State.UNCLEAR, OptionalLong.empty()));

        assertThat(moved).isFalse();
        assertThat(table.table.get(pointer)).isEmpty();
        assertThat(table.item(page.place(page.file)).get("media").s()).isEqualTo("WAITING");
    }
}
