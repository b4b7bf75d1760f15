package org.sprechstunde.acceptance.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sprechstunde.acceptance.conditions.ConditionTable.FIRST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.LAST;
import static org.sprechstunde.acceptance.conditions.ConditionTable.NOW;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Attributes;
import org.sprechstunde.store.DeskUpdates;
import org.sprechstunde.store.DirectoryEntry;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.PointerItem;
import org.sprechstunde.store.SendingLease;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.store.Update;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written to the item that holds the key, and how that item goes. */
final class EnquiryConditions {
    private EnquiryConditions() {}

    static List<WriteCase> all() {
        return List.of(
                new WriteCase(
                        "a further message goes to the enquiry as it was read",
                        table -> unchanged(
                                table, at -> EnquiryUpdates.received(at, List.of(table.text(NOW)), table.random))),
                new WriteCase(
                        "an answer goes to the enquiry as it was read",
                        table ->
                                unchanged(table, at -> EnquiryUpdates.replied(answered(table, at), NOW, table.random))),
                new WriteCase("an answer waits for nothing but an open window", EnquiryConditions::windowOfAnAnswer),
                new WriteCase(
                        "a template goes to the enquiry as it was read",
                        table -> unchanged(
                                table, at -> EnquiryUpdates.repliedByTemplate(answered(table, at), table.random))),
                new WriteCase("a lease is had of the enquiry as it stands", EnquiryConditions::lease),
                new WriteCase("a lease that ends is of this enquiry", EnquiryConditions::leaseEnds),
                new WriteCase("an alias gives way where it was read", EnquiryConditions::aliasReplaced),
                new WriteCase("an alias goes where it leads to", EnquiryConditions::aliasDeleted),
                new WriteCase(
                        "an edit goes to the enquiry as it was read",
                        table -> unchanged(table, at -> EnquiryUpdates.resealed(at, table.random))),
                new WriteCase("news is of this enquiry", table -> ofThis(table, EnquiryUpdates::noticed)),
                new WriteCase(
                        "who waits again has this enquiry",
                        table -> ofThis(table, at -> EnquiryUpdates.waitsAgain(at.id(), at.citizen(), NOW))),
                new WriteCase(
                        "who waits no more has this enquiry",
                        table -> ofThis(table, at -> EnquiryUpdates.waitsNoMore(at.id(), at.citizen(), 0))),
                new WriteCase("who waits no more was heard", EnquiryConditions::heard),
                new WriteCase(
                        "what was seen is of this enquiry", table -> ofThis(table, at -> DeskUpdates.seen(at, 1))),
                new WriteCase("what was seen does not go back", EnquiryConditions::seen),
                new WriteCase(
                        "this enquiry is postponed",
                        table -> ofThis(
                                table, at -> DeskUpdates.postponed(at, 0, NOW, ConditionTable.SOMEBODY, table.random))),
                new WriteCase("nothing is postponed unseen", EnquiryConditions::postponed),
                new WriteCase(
                        "this enquiry is somebody's",
                        table -> ofThis(table, at -> DeskUpdates.assigned(at, ConditionTable.SOMEBODY, table.random))),
                new WriteCase("this enquiry is nobody's", table -> ofThis(table, DeskUpdates::unassigned)),
                new WriteCase("this enquiry is back", table -> ofThis(table, DeskUpdates::fetchedBack)),
                new WriteCase(
                        "an enquiry is put among others as it was read",
                        table -> unchanged(table, DeskUpdates::grouped)),
                new WriteCase("a key goes unchanged", table -> goesUnchanged(table, Transaction::deleteUnchanged)),
                new WriteCase(
                        "an item is replaced unchanged",
                        table -> goesUnchanged(
                                table,
                                (transaction, at) ->
                                        transaction.replaceUnchanged(at, EnquiryItem.write(at, table.random)))),
                new WriteCase(
                        "an answer is sent again while its enquiry is as it was read",
                        table -> goesUnchanged(table, Transaction::checkUnchanged)),
                new WriteCase("what has moved meanwhile is changed where it is", EnquiryConditions::movedMeanwhile),
                new WriteCase("what is new takes nobody's place", EnquiryConditions::isNew),
                new WriteCase("what is deleted stands", EnquiryConditions::stands),
                new WriteCase("an enquiry can be answered while its window is open", EnquiryConditions::answerable));
    }

    private static Enquiry answered(ConditionTable table, Enquiry at) {
        return at.replied(table.text(NOW), NOW.plusSeconds(60));
    }

    /** Neither another enquiry nor another revision; one of before the revision has none. */
    private static void unchanged(ConditionTable table, Function<Enquiry, Update> update) {
        for (RandomId other : List.of(FIRST, LAST)) {
            Enquiry replaced = table.open();
            table.changed(replaced, with("enquiry", Attributes.of(other.value())));
            table.refuses(update.apply(replaced));
        }
        Enquiry changed = table.open();
        table.takes(EnquiryUpdates.noticed(changed));
        table.refuses(update.apply(changed));
        table.takes(update.apply(read(table, changed)));
        Enquiry newer = read(table, changed);
        table.changed(newer, with("revision", Attributes.of(newer.revision() - 1)));
        table.refuses(update.apply(newer));
        Enquiry old = table.open();
        table.changed(old, without("revision"));
        table.takes(update.apply(old));
    }

    private static void goesUnchanged(ConditionTable table, BiFunction<Transaction, Enquiry, Transaction.Write> write) {
        for (RandomId other : List.of(FIRST, LAST)) {
            Enquiry replaced = table.open();
            table.changed(replaced, with("enquiry", Attributes.of(other.value())));
            table.refuses(transaction -> write.apply(transaction, replaced));
        }
        Enquiry changed = table.open();
        table.takes(EnquiryUpdates.noticed(changed));
        table.refuses(transaction -> write.apply(transaction, changed));
        Enquiry read = read(table, changed);
        table.changed(read, with("revision", Attributes.of(read.revision() - 1)));
        table.refuses(transaction -> write.apply(transaction, read));
        Enquiry old = table.open();
        table.changed(old, without("revision"));
        table.takes(transaction -> write.apply(transaction, old));
        Enquiry asRead = table.open();
        table.takes(transaction -> write.apply(transaction, asRead));
    }

    private static void movedMeanwhile(ConditionTable table) {
        Enquiry read = table.open();
        String elsewhere = RandomId.next(table.random).value();
        table.wire.meanwhile(() -> {
            var place = new EnquiryPlace(elsewhere, Set.of(), Optional.empty());
            Enquiry moved = read.moved(place, read.identity());
            table.table.put(EnquiryItem.write(moved, table.random));
            table.table.put(PointerItem.write(moved));
            table.table.delete(ItemKey.citizen(read.citizen()));
        });
        assertThat(Enquiries.of(table.services).update(read, DeskUpdates::fetchedBack))
                .isTrue();
        table.table.delete(ItemKey.citizen(elsewhere));
        assertThat(Enquiries.of(table.services).update(read, DeskUpdates::fetchedBack))
                .as("it is gone")
                .isFalse();
    }

    private static void ofThis(ConditionTable table, Function<Enquiry, Update> update) {
        for (RandomId other : List.of(FIRST, LAST)) {
            Enquiry replaced = table.open();
            table.changed(replaced, with("enquiry", Attributes.of(other.value())));
            table.refuses(update.apply(replaced));
        }
        table.takes(update.apply(table.open()));
    }

    private static void windowOfAnAnswer(ConditionTable table) {
        Enquiry enquiry = table.open();
        var end = NOW.plus(Enquiry.REPLY_WINDOW);
        table.refuses(EnquiryUpdates.replied(answered(table, enquiry), end, table.random));
        table.takes(EnquiryUpdates.replied(answered(table, enquiry), end.minusMillis(1), table.random));
    }

    private static void heard(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.takes(EnquiryUpdates.noticed(enquiry));
        table.refuses(EnquiryUpdates.waitsNoMore(enquiry.id(), enquiry.citizen(), 0));
        table.takes(EnquiryUpdates.waitsNoMore(enquiry.id(), enquiry.citizen(), 1));
        Enquiry old = table.open();
        table.changed(old, without("news"));
        table.takes(EnquiryUpdates.waitsNoMore(old.id(), old.citizen(), 0));
    }

    private static void seen(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.takes(DeskUpdates.seen(enquiry, 5));
        table.refuses(DeskUpdates.seen(enquiry, 5));
        table.refuses(DeskUpdates.seen(enquiry, 4));
        table.takes(DeskUpdates.seen(enquiry, 6));
    }

    private static void postponed(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.takes(EnquiryUpdates.noticed(enquiry));
        table.refuses(DeskUpdates.postponed(enquiry, 0, NOW, ConditionTable.SOMEBODY, table.random));
        table.takes(DeskUpdates.postponed(enquiry, 1, NOW, ConditionTable.SOMEBODY, table.random));
        Enquiry old = table.open();
        table.changed(old, without("news"));
        table.takes(DeskUpdates.postponed(old, 0, NOW, ConditionTable.SOMEBODY, table.random));
    }

    /** Whoever has it knows the enquiry as it is; of another, or of none, there is no lease. */
    private static void lease(ConditionTable table) {
        for (RandomId other : List.of(FIRST, LAST)) {
            Enquiry replaced = table.open();
            table.changed(replaced, with("enquiry", Attributes.of(other.value())));
            assertThat(on(table, replaced).next()).isEmpty();
        }
        Enquiry read = table.open();
        table.takes(EnquiryUpdates.noticed(read));
        assertThat(on(table, read).next().orElseThrow().revision()).isEqualTo(1);
        Enquiry newer = read(table, read);
        table.changed(newer, with("revision", Attributes.of(0)));
        assertThat(on(table, newer).next().orElseThrow().revision()).isZero();
        Enquiry old = table.open();
        table.changed(old, without("revision"));
        assertThat(on(table, old).next()).isPresent();
    }

    private static void leaseEnds(ConditionTable table) {
        Enquiry enquiry = table.open();
        SendingLease lease = on(table, enquiry);
        lease.next();
        for (RandomId other : List.of(FIRST, LAST, enquiry.id())) {
            table.changed(enquiry, with("enquiry", Attributes.of(other.value())));
            lease.end();
            assertThat(table.item(ItemKey.citizen(enquiry.citizen())).containsKey("sending"))
                    .isNotEqualTo(other.equals(enquiry.id()));
        }
    }

    private static SendingLease on(ConditionTable table, Enquiry enquiry) {
        return SendingLease.on(table.services, enquiry, Duration.ofSeconds(5));
    }

    private static void aliasReplaced(ConditionTable table) {
        Enquiry enquiry = table.open();
        String hmac = RandomId.next(table.random).value();
        Map<String, AttributeValue> alias = EnquiryItem.alias(hmac, enquiry);
        table.table.put(alias);
        for (RandomId other : List.of(FIRST, LAST)) {
            table.refuses(transaction -> transaction.replace(new DirectoryEntry.Alias(other.value()), alias));
        }
        table.takes(transaction -> transaction.replace(new DirectoryEntry.Alias(enquiry.citizen()), alias));
        table.refuses(transaction -> transaction.replace(new DirectoryEntry.Vacant(), alias));
    }

    private static void aliasDeleted(ConditionTable table) {
        Enquiry enquiry = table.open();
        String hmac = RandomId.next(table.random).value();
        table.takes(transaction -> transaction.deleteAlias(hmac, enquiry.citizen()));
        table.table.put(EnquiryItem.alias(hmac, enquiry));
        table.refuses(transaction -> transaction.deleteAlias(hmac, FIRST.value()));
        table.refuses(transaction -> transaction.deleteAlias(hmac, LAST.value()));
        table.takes(transaction -> transaction.deleteAlias(hmac, enquiry.citizen()));
    }

    private static void isNew(ConditionTable table) {
        Enquiry enquiry = table.fresh(RandomId.next(table.random));
        Map<String, AttributeValue> item = EnquiryItem.write(enquiry, table.random);
        table.takes(transaction -> transaction.putNew(item));
        table.refuses(transaction -> transaction.putNew(item));
    }

    private static void stands(ConditionTable table) {
        Enquiry enquiry = table.open();
        table.takes(transaction -> transaction.deleteStanding(ItemKey.citizen(enquiry.citizen())));
        table.refuses(transaction -> transaction.deleteStanding(ItemKey.citizen(enquiry.citizen())));
    }

    private static void answerable(ConditionTable table) {
        var end = NOW.plus(Enquiry.REPLY_WINDOW);
        for (RandomId other : List.of(FIRST, LAST)) {
            Enquiry replaced = table.open();
            table.changed(replaced, with("enquiry", Attributes.of(other.value())));
            table.refuses(transaction -> transaction.checkAnswerable(replaced, NOW));
        }
        Enquiry enquiry = table.open();
        table.refuses(transaction -> transaction.checkAnswerable(enquiry, end));
        table.takes(transaction -> transaction.checkAnswerable(enquiry, end.minusMillis(1)));
    }

    private static Enquiry read(ConditionTable table, Enquiry enquiry) {
        return EnquiryItem.read(table.item(ItemKey.citizen(enquiry.citizen())), ConditionTable.RETENTION)
                .orElseThrow();
    }

    private static UnaryOperator<Map<String, AttributeValue>> with(String name, AttributeValue value) {
        return item -> {
            item.put(name, value);
            return item;
        };
    }

    private static UnaryOperator<Map<String, AttributeValue>> without(String name) {
        return item -> {
            item.remove(name);
            return item;
        };
    }
}
