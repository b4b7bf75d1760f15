package org.sprechstunde.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Everything there is at one moment: the citizen's item, both stores, the index, and how far each actor has come.
 * One citizen is enough, because no item is shared between two. Enquiries are numbered from 1; 0 is none.
 *
 * @param seen bits of the seen marks
 * @param index whose entry the lagging worklist has
 * @param unread witness: messages that the mayor erased without having seen them
 * @param fates what became of each message, the one with the file and the text
 */
record World(
        Citizen citizen,
        List<Enquiry> enquiries,
        int seen,
        int index,
        List<Fate> fates,
        List<Delivery> deliveries,
        List<Click> clicks,
        Hand<MediaWorker.Phase> fetching,
        Hand<ForgetWorker.Phase> forgetting,
        int expiring,
        int unread,
        Luck luck) {

    /** The item that matters; {@code inbound} counts its messages. */
    record Citizen(int enquiry, int inbound, boolean expired) {
        static final Citizen NONE = new Citizen(0, 0, false);
    }

    /** In which enquiry a message was stored first, how often in all, and whether into one without key. */
    record Fate(int home, int copies, boolean tooLate) {
        static final Fate UNKNOWN = new Fate(0, 0, false);
    }

    /** One delivery of a message by Meta, with what its function has read of the citizen's item. */
    record Delivery(Webhook.Phase phase, Citizen read) {}

    /** One request to resolve {@code enquiry}, of which the mayor had seen {@code inbound} messages. */
    record Click(Mayor.Phase phase, int enquiry, int inbound) {}

    /** How far a worker has come, and with which enquiry. */
    record Hand<P>(P phase, int enquiry) {}

    /** What may still go wrong, and how often. */
    record Luck(int deaths, int unprocessed, int expiries) {
        Luck death() {
            return new Luck(deaths - 1, unprocessed, expiries);
        }

        Luck unprocessedItems() {
            return new Luck(deaths, unprocessed - 1, expiries);
        }

        Luck expiry() {
            return new Luck(deaths, unprocessed, expiries - 1);
        }
    }

    /** Nothing has happened yet. */
    static World first(List<Webhook.Phase> deliveries, int clicks, Luck luck) {
        return new World(
                Citizen.NONE,
                List.of(),
                0,
                0,
                List.of(Fate.UNKNOWN, Fate.UNKNOWN),
                deliveries.stream()
                        .map(phase -> new Delivery(phase, Citizen.NONE))
                        .toList(),
                List.copyOf(Collections.nCopies(clicks, new Click(Mayor.Phase.BEFORE, 0, 0))),
                new Hand<>(MediaWorker.Phase.IDLE, 0),
                new Hand<>(ForgetWorker.Phase.IDLE, 0),
                0,
                0,
                luck);
    }

    Enquiry enquiry(int number) {
        return enquiries.get(number - 1);
    }

    /** Whether a consistent read finds it with its key, not expired. */
    boolean finds(int number) {
        return enquiry(number).items().pointer() && citizen.enquiry() == number && !citizen.expired();
    }

    World with(Citizen changed) {
        return new World(
                changed,
                enquiries,
                seen,
                index,
                fates,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                unread,
                luck);
    }

    World with(int number, UnaryOperator<Enquiry> change) {
        return with(replaced(enquiries, number - 1, change.apply(enquiry(number))));
    }

    /** A further enquiry, whose number is then the size of the list. */
    World withNewEnquiry() {
        List<Enquiry> more = new ArrayList<>(enquiries);
        more.add(Enquiry.NEW);
        return with(List.copyOf(more));
    }

    private World with(List<Enquiry> changed) {
        return new World(
                citizen, changed, seen, index, fates, deliveries, clicks, fetching, forgetting, expiring, unread, luck);
    }

    World withSeen(int mark) {
        return new World(
                citizen,
                enquiries,
                seen | mark,
                index,
                fates,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                unread,
                luck);
    }

    World withIndex(int entry) {
        return new World(
                citizen,
                enquiries,
                seen,
                entry,
                fates,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                unread,
                luck);
    }

    World with(int message, Fate fate) {
        var changed = replaced(fates, message, fate);
        return new World(
                citizen,
                enquiries,
                seen,
                index,
                changed,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                unread,
                luck);
    }

    World with(int number, Delivery delivery) {
        var changed = replaced(deliveries, number, delivery);
        return new World(
                citizen, enquiries, seen, index, fates, changed, clicks, fetching, forgetting, expiring, unread, luck);
    }

    World with(int number, Click click) {
        var changed = replaced(clicks, number, click);
        return new World(
                citizen,
                enquiries,
                seen,
                index,
                fates,
                deliveries,
                changed,
                fetching,
                forgetting,
                expiring,
                unread,
                luck);
    }

    World fetching(MediaWorker.Phase phase, int number) {
        var hand = new Hand<>(phase, number);
        return new World(
                citizen, enquiries, seen, index, fates, deliveries, clicks, hand, forgetting, expiring, unread, luck);
    }

    World forgetting(ForgetWorker.Phase phase, int number) {
        var hand = new Hand<>(phase, number);
        return new World(
                citizen, enquiries, seen, index, fates, deliveries, clicks, fetching, hand, expiring, unread, luck);
    }

    World expiring(int number) {
        return new World(
                citizen, enquiries, seen, index, fates, deliveries, clicks, fetching, forgetting, number, unread, luck);
    }

    World withUnread(int messages) {
        return new World(
                citizen,
                enquiries,
                seen,
                index,
                fates,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                messages,
                luck);
    }

    World with(Luck left) {
        return new World(
                citizen,
                enquiries,
                seen,
                index,
                fates,
                deliveries,
                clicks,
                fetching,
                forgetting,
                expiring,
                unread,
                left);
    }

    private static <T> List<T> replaced(List<T> list, int at, T element) {
        List<T> changed = new ArrayList<>(list);
        changed.set(at, element);
        return List.copyOf(changed);
    }
}
