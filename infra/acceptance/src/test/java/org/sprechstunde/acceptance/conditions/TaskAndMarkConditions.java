package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.FIRST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.LAST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Note;
import org.sprechstunde.enquiry.Presence;
import org.sprechstunde.enquiry.Tally;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.WhatsAppCopies;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Attributes;
import org.sprechstunde.store.CannedReplyItem;
import org.sprechstunde.store.CannedReplyItem.CannedReply;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.FarewellMark;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.KeywordMark;
import org.sprechstunde.store.NoteItem;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.PresenceItem;
import org.sprechstunde.store.SealedCopies;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.TaskUpdates;
import org.sprechstunde.store.WeekNumbers;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written to tasks, to marks, and to the item that says whose an enquiry is. */
final class TaskAndMarkConditions {
    private TaskAndMarkConditions() {}

    static List<WriteCase> all() {
        return List.of(
                new WriteCase("a note takes the place of the one that was read", TaskAndMarkConditions::noted),
                new WriteCase("who is there stands where the enquiry does", TaskAndMarkConditions::present),
                new WriteCase("of two workers who have read a task one begins it", TaskAndMarkConditions::claimed),
                new WriteCase("a task that is done does not come back", TaskAndMarkConditions::doneIsDone),
                new WriteCase("an erasure is counted once", TaskAndMarkConditions::counted),
                new WriteCase("an upload that is being forgotten is not sent", TaskAndMarkConditions::untouched),
                new WriteCase("a text is told once a day", TaskAndMarkConditions::told),
                new WriteCase("only what was told just now was not told after all", TaskAndMarkConditions::notTold),
                new WriteCase("the mayor is reminded once of each last message", TaskAndMarkConditions::reminded),
                new WriteCase("an enquiry moves from where it was", TaskAndMarkConditions::moved),
                new WriteCase("a group is told once a day", TaskAndMarkConditions::groupTold),
                new WriteCase("a citizen's day has its bounds", TaskAndMarkConditions::dailyUse),
                new WriteCase("what was not said leaves the day as it was", TaskAndMarkConditions::givenBack),
                new WriteCase("a word is answered once in ten minutes", TaskAndMarkConditions::word),
                new WriteCase("thanks are answered once, and only for a farewell", TaskAndMarkConditions::thanks),
                new WriteCase("canned replies replace those that were read", TaskAndMarkConditions::canned));
    }

    private static void canned(ConditionTable table) {
        List<CannedReply> replies = List.of(new CannedReply("title", "text"));
        table.table.delete(new ItemKey("TOWN", "CANNED"));
        table.refuses(CannedReplyItem.save(replies, 1));
        table.takes(CannedReplyItem.save(replies, 0));
        table.refuses(CannedReplyItem.save(replies, 0));
        table.refuses(CannedReplyItem.save(replies, 2));
        table.takes(CannedReplyItem.save(replies, 1));
        table.refuses(CannedReplyItem.save(replies, 1));
        assertThat(CannedReplyItem.read(table.table)).contains(new CannedReplyItem.Saved(replies, 2));
    }

    private static Task.Forget forget(ConditionTable table, RandomId enquiry) {
        ErasureRecord erasure = ErasureRecord.begun(NOW, new ErasureRecord.Extent(1, 0, 0));
        return Task.forget(enquiry, erasure, NOW, table.random);
    }

    /** Whoever has read an older state, or a newer one than stands, has read another task's. */
    private static void claimed(ConditionTable table) {
        Task.Forget fresh = forget(table, RandomId.next(table.random));
        table.table.put(TaskItem.write(fresh, NOW));
        Instant until = NOW.plusSeconds(360);
        table.refuses(TaskUpdates.claimed(fresh.begun(), until));
        table.takes(TaskUpdates.claimed(fresh, until));
        table.refuses(TaskUpdates.claimed(fresh, until));
        table.takes(TaskUpdates.claimed(fresh.begun(), until));
    }

    private static void doneIsDone(ConditionTable table) {
        Task.Forget task = forget(table, RandomId.next(table.random));
        SealedCopies copies = SealedCopies.of(table.services);
        WhatsAppCopies left = new WhatsAppCopies(Optional.of("DE.1"), List.of());
        for (boolean stands : List.of(true, false)) {
            if (stands) {
                table.table.put(TaskItem.write(task, NOW));
            } else {
                table.table.delete(ItemKey.task(task));
            }
            List.of(
                            TaskUpdates.postponed(task, NOW),
                            TaskUpdates.erased(task, NOW, NOW),
                            copies.answered(task, ErasureRecord.Farewell.UNKNOWN, left),
                            copies.answered(task, ErasureRecord.Farewell.UNKNOWN, WhatsAppCopies.NONE))
                    .forEach(stands ? table::takes : table::refuses);
        }
    }

    private static void counted(ConditionTable table) {
        Task.Forget task = forget(table, RandomId.next(table.random));
        Map<String, AttributeValue> item = TaskItem.write(task, NOW);
        WeekNumbers.addTo(item, new Tally(Map.of(Tally.ENQUIRIES, 1L)));
        table.table.put(item);
        table.takes(WeekNumbers.taken(task));
        table.refuses(WeekNumbers.taken(task));
    }

    private static void untouched(ConditionTable table) {
        Task.Forget fresh = forget(table, RandomId.next(table.random));
        for (Task begun : List.of(fresh, fresh.begun().begun())) {
            table.table.put(TaskItem.write(begun, NOW));
            table.refuses(transaction -> transaction.deleteUntouched(begun));
        }
        table.table.put(TaskItem.write(fresh.begun(), NOW));
        table.takes(transaction -> transaction.deleteUntouched(fresh));
    }

    private static void told(ConditionTable table) {
        Enquiry enquiry = table.open();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        table.takes(PointerUpdates.told(enquiry, AutoReply.GREETING, NOW));
        table.refuses(PointerUpdates.told(enquiry, AutoReply.GREETING, tomorrow.minusMillis(1)));
        table.takes(PointerUpdates.told(enquiry, AutoReply.UNREADABLE, NOW));
        table.takes(PointerUpdates.told(enquiry, AutoReply.GREETING, tomorrow));
        table.table.delete(ItemKey.pointer(enquiry.id()));
        table.refuses(PointerUpdates.told(enquiry, AutoReply.GREETING, tomorrow));
    }

    private static void notTold(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.takes(PointerUpdates.told(enquiry, AutoReply.GREETING, NOW));
        table.refuses(PointerUpdates.notTold(enquiry, AutoReply.GREETING, NOW.minusMillis(1)));
        table.refuses(PointerUpdates.notTold(enquiry, AutoReply.GREETING, NOW.plusMillis(1)));
        table.takes(PointerUpdates.notTold(enquiry, AutoReply.GREETING, NOW));
        table.takes(PointerUpdates.told(enquiry, AutoReply.GREETING, NOW));
    }

    private static void reminded(ConditionTable table) {
        Enquiry enquiry = table.open();
        Message later = table.text(NOW.plusMillis(1));
        table.takes(PointerUpdates.reminded(enquiry));
        table.refuses(PointerUpdates.reminded(enquiry));
        table.takes(PointerUpdates.reminded(enquiry.received(enquiry.identity(), later)));
        table.refuses(PointerUpdates.reminded(enquiry));
        table.table.delete(ItemKey.pointer(enquiry.id()));
        table.refuses(PointerUpdates.reminded(enquiry));
    }

    private static void moved(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.refuses(PointerUpdates.moved(enquiry, FIRST.value()));
        table.refuses(PointerUpdates.moved(enquiry, LAST.value()));
        table.takes(PointerUpdates.moved(enquiry, enquiry.citizen()));
    }

    private static void noted(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.refuses(NoteItem.written(enquiry, note(2), table.random));
        table.takes(NoteItem.written(enquiry, note(1), table.random));
        table.refuses(NoteItem.written(enquiry, note(1), table.random));
        table.refuses(NoteItem.written(enquiry, note(3), table.random));
        table.takes(NoteItem.written(enquiry, note(2), table.random));
        table.refuses(NoteItem.written(enquiry, note(2), table.random));
        table.table.delete(ItemKey.pointer(enquiry.id()));
        table.refuses(NoteItem.written(enquiry, note(1), table.random));
        table.refuses(NoteItem.written(enquiry, note(3), table.random));
    }

    private static Note note(long version) {
        return new Note("Notiz", ConditionTable.SOMEBODY, NOW, version);
    }

    private static void present(ConditionTable table) {
        Enquiry enquiry = table.open();
        var nobody = new PresenceItem.Read(Presence.NOBODY, Optional.empty());
        table.takes(PresenceItem.written(enquiry, nobody, Presence.NOBODY, table.random));
        table.refuses(PresenceItem.written(enquiry, nobody, Presence.NOBODY, table.random));
        byte[] read = Attributes.bytes(table.item(ItemKey.pointer(enquiry.id())), "present");
        for (byte[] other : List.of(new byte[] {0}, new byte[] {(byte) 0xff})) {
            var old = new PresenceItem.Read(Presence.NOBODY, Optional.of(other));
            table.refuses(PresenceItem.written(enquiry, old, Presence.NOBODY, table.random));
        }
        var asRead = new PresenceItem.Read(Presence.NOBODY, Optional.of(read));
        table.takes(PresenceItem.written(enquiry, asRead, Presence.NOBODY, table.random));
        table.table.delete(ItemKey.pointer(enquiry.id()));
        table.refuses(PresenceItem.written(enquiry, asRead, Presence.NOBODY, table.random));
        table.refuses(PresenceItem.written(enquiry, nobody, Presence.NOBODY, table.random));
    }

    private static void groupTold(ConditionTable table) {
        String group = RandomId.next(table.random).value();
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        table.takes(SeenMark.groupTold(group, NOW));
        table.refuses(SeenMark.groupTold(group, tomorrow.minusSeconds(1)));
        table.takes(SeenMark.groupTold(group, tomorrow));
    }

    private static void dailyUse(ConditionTable table) {
        DailyUse dailyUse = DailyUse.of(table.services);
        String citizen = RandomId.next(table.random).value();
        List<Boolean> taken = new ArrayList<>();
        for (int i = 0; i <= DailyUse.Kind.AUTO_REPLY.most(); i++) {
            taken.add(dailyUse.take(citizen, DailyUse.Kind.AUTO_REPLY));
        }
        assertThat(taken.removeLast()).isFalse();
        assertThat(taken).doesNotContain(false);
        assertThat(dailyUse.take(citizen, DailyUse.Kind.FILE)).isTrue();
    }

    private static void givenBack(ConditionTable table) {
        DailyUse dailyUse = DailyUse.of(table.services);
        String citizen = RandomId.next(table.random).value();
        dailyUse.giveBack(citizen, DailyUse.Kind.EMERGENCY);
        assertThat(dailyUse.take(citizen, DailyUse.Kind.EMERGENCY)).isTrue();
        dailyUse.giveBack(citizen, DailyUse.Kind.EMERGENCY);
        dailyUse.giveBack(citizen, DailyUse.Kind.EMERGENCY);
        assertThat(dailyUse.take(citizen, DailyUse.Kind.EMERGENCY)).isTrue();
        assertThat(dailyUse.take(citizen, DailyUse.Kind.EMERGENCY)).isFalse();
    }

    private static void word(ConditionTable table) {
        Instant later = NOW.plus(Duration.ofMinutes(10));
        for (Optional<RandomId> enquiry : List.of(Optional.of(FIRST), Optional.<RandomId>empty())) {
            var mark = new KeywordMark(RandomId.next(table.random).value(), enquiry);
            table.takes(mark.answered("2", NOW));
            table.takes(mark.answered("2", NOW));
            table.refuses(mark.answered("1", later.minusMillis(1)));
            table.refuses(mark.answered("3", later.minusMillis(1)));
            table.takes(mark.answered("1", later));
        }
    }

    private static void thanks(ConditionTable table) {
        var mark = new FarewellMark(RandomId.next(table.random).value());
        table.refuses(mark.answered());
        table.table.put(mark.write(NOW));
        table.takes(mark.answered());
        table.refuses(mark.answered());
    }
}
