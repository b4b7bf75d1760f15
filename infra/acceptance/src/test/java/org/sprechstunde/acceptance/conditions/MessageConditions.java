package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.FIRST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.LAST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Emoji;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.TownReaction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.Attributes;
import org.sprechstunde.store.DeliveryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.KeywordAnswer;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageItem;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.Update;

/** What is written to a message, or about an answer, after it was stored. */
final class MessageConditions {
    private static final OptionalLong NO_CODE = OptionalLong.empty();

    private MessageConditions() {}

    static List<WriteCase> all() {
        return List.of(
                new WriteCase(
                        "a file is of a message that stands",
                        table -> counts(
                                table,
                                at -> MessageUpdates.stored(at.enquiry, photo(table, at.message), table.random))),
                new WriteCase(
                        "a lost file is of a message that stands",
                        table -> counts(table, at -> MessageUpdates.lost(at.place(), MediaFile.Problem.GONE))),
                new WriteCase(
                        "a deleted copy is of a message that stands",
                        table -> stands(table, at -> MessageUpdates.copyDeleted(at.place()))),
                new WriteCase(
                        "an emoji is announced on a message that stands",
                        table -> stands(table, at -> MessageUpdates.reactionAnnounced(at.enquiry, at.emoji(FIRST)))),
                new WriteCase(
                        "an edit is of a message that stands",
                        table ->
                                counts(table, at -> MessageUpdates.edited(at.enquiry, at.editedAt(NOW), table.random))),
                new WriteCase(
                        "a reaction is on a message that stands",
                        table -> counts(table, at -> MessageUpdates.reacted(at.place(), Optional.empty(), NOW))),
                new WriteCase(
                        "no later edit is replaced by an earlier",
                        table -> inOrder(
                                table,
                                (at, time) -> MessageUpdates.edited(at.enquiry, at.editedAt(time), table.random))),
                new WriteCase(
                        "no later reaction is replaced by an earlier",
                        table -> inOrder(
                                table, (at, time) -> MessageUpdates.reacted(at.place(), Optional.empty(), time))),
                new WriteCase("the emoji announced last is shown", MessageConditions::lastEmoji),
                new WriteCase("an answer is sent again once in a minute while unclear", MessageConditions::sentAgain),
                new WriteCase("an answer moves from where it was", MessageConditions::moves),
                new WriteCase("an answer is marked while it stands", MessageConditions::marked),
                new WriteCase("what is told before the mark moves forward", MessageConditions::toldEarly),
                new WriteCase("an answer to a word is known unless it has failed", MessageConditions::wordAnswered));
    }

    /** A message in the table. */
    private record Stored(ConditionTable table, Enquiry enquiry, Message message) {
        static Stored in(ConditionTable table) {
            return of(table, table.text(NOW));
        }

        static Stored answer(ConditionTable table) {
            return of(
                    table,
                    Message.pending(
                            MessageId.next(NOW, NOW, table.random),
                            Message.Reply.of("Antwort"),
                            ConditionTable.SOMEBODY));
        }

        private static Stored of(ConditionTable table, Message message) {
            Enquiry enquiry = table.open();
            table.table.put(MessageItem.write(enquiry, message, table.random));
            return new Stored(table, enquiry, message);
        }

        ItemKey place() {
            return ItemKey.message(enquiry.id(), message.id());
        }

        Message editedAt(Instant time) {
            return message.edited(new MessageContent.Text("neu"), time);
        }

        TownReaction emoji(RandomId token) {
            return new TownReaction(message, Emoji.parse("👍"), token);
        }

        Delivery.State state() {
            return Delivery.State.valueOf(Attributes.text(table.item(place()), "delivery"));
        }

        boolean moves(Delivery.State to) {
            return new DeliveryUpdates(table.table).move(enquiry.id(), message.id(), new Delivery(to, NO_CODE));
        }
    }

    private static Message photo(ConditionTable table, Message message) {
        MediaFile file = MediaFile.waiting(RandomId.next(table.random), DataKey.next(table.random))
                .stored(1, FileType.OTHER, false);
        var image = new MessageContent.Image(
                new MessageContent.Attachment("1", "image/jpeg", Optional.empty()), Optional.empty());
        return new Message(
                message.id(), message.direction(), image, Optional.of(file), Optional.empty(), Optional.empty());
    }

    private static void stands(ConditionTable table, Function<Stored, Update> update) {
        Stored message = Stored.in(table);
        table.takes(update.apply(message));
        table.table.delete(message.place());
        table.refuses(update.apply(message));
    }

    /** What the page shows of a message changes only together with its count, which needs the enquiry's pointer. */
    private static void counts(ConditionTable table, Function<Stored, MessageChange> change) {
        Stored message = Stored.in(table);
        table.takes(change.apply(message));
        table.table.delete(ItemKey.pointer(message.enquiry.id()));
        table.refuses(change.apply(message));
        Stored gone = Stored.in(table);
        table.table.delete(gone.place());
        table.refuses(change.apply(gone));
    }

    private interface Timed {
        MessageChange at(Stored message, Instant time);
    }

    private static void inOrder(ConditionTable table, Timed update) {
        Stored message = Stored.in(table);
        table.takes(update.at(message, NOW));
        table.refuses(update.at(message, NOW.minusMillis(1)));
        table.takes(update.at(message, NOW));
        table.takes(update.at(message, NOW.plusMillis(1)));
    }

    private static void lastEmoji(ConditionTable table) {
        Stored message = Stored.in(table);
        RandomId token = RandomId.next(table.random);
        table.takes(MessageUpdates.reactionAnnounced(message.enquiry, message.emoji(token)));
        for (RandomId other : List.of(FIRST, LAST)) {
            table.refuses(MessageUpdates.reactionShown(message.enquiry, message.emoji(other), table.random));
            table.refuses(MessageUpdates.reactionFailed(message.place(), other));
        }
        table.takes(MessageUpdates.reactionShown(message.enquiry, message.emoji(token), table.random));
        var none = new TownReaction(message.message, Optional.empty(), token);
        var noneOfAnother = new TownReaction(message.message, Optional.empty(), FIRST);
        table.refuses(MessageUpdates.reactionShown(message.enquiry, noneOfAnother, table.random));
        table.refuses(MessageUpdates.reactionShown(
                message.enquiry, new TownReaction(message.message, Optional.empty(), LAST), table.random));
        table.takes(MessageUpdates.reactionShown(message.enquiry, none, table.random));
        table.takes(MessageUpdates.reactionFailed(message.place(), token));
    }

    private static void sentAgain(ConditionTable table) {
        Instant later = NOW.plus(Delivery.SETTLED_WITHIN);
        Stored answer = Stored.answer(table);
        table.takes(MessageUpdates.sentAgain(answer.place(), NOW));
        table.refuses(MessageUpdates.sentAgain(answer.place(), later.minusMillis(1)));
        table.takes(MessageUpdates.sentAgain(answer.place(), later));
        Stored sent = Stored.answer(table);
        sent.moves(Delivery.State.SENT);
        table.refuses(MessageUpdates.sentAgain(sent.place(), NOW));
    }

    /** With a code and without, alone and together with whether its citizen waits; and never back, whoever is faster. */
    private static void moves(ConditionTable table) {
        for (Delivery.State between : List.of(Delivery.State.READ, Delivery.State.DELIVERED, Delivery.State.ACCEPTED)) {
            Stored answer = Stored.answer(table);
            table.wire.meanwhile(() -> answer.moves(between));
            assertThat(answer.moves(Delivery.State.SENT)).isEqualTo(Delivery.State.SENT.isAfter(between));
            assertThat(answer.state().isAfter(Delivery.State.ACCEPTED)).isTrue();
            assertThat(answer.state().isAfter(between) || answer.state() == between)
                    .isTrue();
        }
        var delivery = new DeliveryUpdates(table.table);
        var failed = new Delivery(Delivery.State.FAILED, OptionalLong.of(131026));
        for (Delivery.State between : List.of(Delivery.State.READ, Delivery.State.DELIVERED)) {
            Stored answer = Stored.answer(table);
            table.wire.meanwhile(() -> answer.moves(between));
            assertThat(delivery.move(answer.enquiry.id(), answer.message.id(), failed))
                    .isFalse();
            assertThat(answer.state()).isEqualTo(between);
        }
        Stored other = Stored.answer(table);
        table.wire.meanwhile(() -> other.moves(Delivery.State.UNCLEAR));
        assertThat(delivery.move(other.enquiry.id(), other.message.id(), failed))
                .isTrue();
    }

    private static void marked(ConditionTable table) {
        var marks = new AnswerMarks(table.table);
        for (Race race : Race.values()) {
            Stored answer = Stored.answer(table);
            var its = new AnswerMarks.Answer(answer.enquiry.id(), answer.message.id());
            String hmac = RandomId.next(table.random).value();
            race.before.ifPresent(state -> marks.toldEarly(hmac, new Delivery(state, NO_CODE), NOW));
            table.wire.meanwhile(() -> race.comes(table, answer, hmac));

            Optional<Delivery> told = marks.mark(its, hmac);

            assertThat(marks.find(hmac).isPresent()).as(race.name()).isEqualTo(race.leavesIt);
            if (race.isTold()) {
                assertThat(told.map(Delivery::state)).as(race.name()).hasValue(Delivery.State.READ);
            }
        }
    }

    /** What may come while an answer is being marked. */
    private enum Race {
        NOTHING(true),
        GONE(false),
        ERASED(false),
        REPLACED_BY_FIRST(false),
        REPLACED_BY_LAST(false),
        TOLD(true),
        TOLD_MORE_THAN_SENT(true, Delivery.State.SENT),
        TOLD_MORE_THAN_ACCEPTED(true, Delivery.State.ACCEPTED);

        private final boolean leavesIt;
        private final Optional<Delivery.State> before;

        Race(boolean leavesIt) {
            this.leavesIt = leavesIt;
            this.before = Optional.empty();
        }

        Race(boolean leavesIt, Delivery.State before) {
            this.leavesIt = leavesIt;
            this.before = Optional.of(before);
        }

        private boolean isTold() {
            return this == TOLD || before.isPresent();
        }

        private void comes(ConditionTable table, Stored answer, String hmac) {
            ItemKey citizen = ItemKey.citizen(answer.enquiry.citizen());
            switch (this) {
                case NOTHING -> {}
                case GONE -> table.table.delete(answer.place());
                case ERASED -> table.table.delete(List.of(citizen, ItemKey.pointer(answer.enquiry.id())));
                case REPLACED_BY_FIRST, REPLACED_BY_LAST -> {
                    RandomId other = this == REPLACED_BY_FIRST ? FIRST : LAST;
                    table.changed(answer.enquiry, item -> {
                        item.put("enquiry", Attributes.of(other.value()));
                        return item;
                    });
                    table.table.delete(ItemKey.pointer(answer.enquiry.id()));
                }
                case TOLD, TOLD_MORE_THAN_SENT, TOLD_MORE_THAN_ACCEPTED ->
                    new AnswerMarks(table.table).toldEarly(hmac, new Delivery(Delivery.State.READ, NO_CODE), NOW);
            }
        }
    }

    private static void toldEarly(ConditionTable table) {
        var marks = new AnswerMarks(table.table);
        String hmac = RandomId.next(table.random).value();
        assertThat(marks.toldEarly(hmac, new Delivery(Delivery.State.SENT, NO_CODE), NOW))
                .isTrue();
        assertThat(marks.toldEarly(hmac, new Delivery(Delivery.State.SENT, NO_CODE), NOW))
                .isFalse();
        assertThat(marks.toldEarly(hmac, new Delivery(Delivery.State.READ, NO_CODE), NOW))
                .isTrue();
        assertThat(marks.toldEarly(hmac, new Delivery(Delivery.State.DELIVERED, NO_CODE), NOW))
                .isFalse();
        Stored answer = Stored.answer(table);
        String known = RandomId.next(table.random).value();
        marks.mark(new AnswerMarks.Answer(answer.enquiry.id(), answer.message.id()), known);
        assertThat(marks.toldEarly(known, new Delivery(Delivery.State.SENT, NO_CODE), NOW))
                .isFalse();
    }

    private static void wordAnswered(ConditionTable table) {
        var marks = new AnswerMarks(table.table);
        var answer = new KeywordAnswer(Keyword.HELP, "mark");
        String known = RandomId.next(table.random).value();
        assertThat(answer.note(table.table, known, NOW)).isEmpty();
        assertThat(KeywordAnswer.find(table.table, known)).hasValue(answer);
        assertThat(marks.toldEarly(known, new Delivery(Delivery.State.SENT, NO_CODE), NOW))
                .isFalse();
        for (Delivery.State early : List.of(Delivery.State.SENT, Delivery.State.FAILED)) {
            String told = RandomId.next(table.random).value();
            marks.toldEarly(told, new Delivery(early, NO_CODE), NOW);
            boolean failed = early == Delivery.State.FAILED;
            assertThat(answer.note(table.table, told, NOW).isPresent()).isEqualTo(failed);
            assertThat(KeywordAnswer.find(table.table, told).isPresent()).isNotEqualTo(failed);
        }
    }
}
