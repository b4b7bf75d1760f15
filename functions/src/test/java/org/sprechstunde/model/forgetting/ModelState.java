package org.sprechstunde.model.forgetting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.sprechstunde.model.search.Steps;

/**
 * Everything there is at one moment: the citizen's item, both stores, the index, and how far each actor has come.
 * One citizen is enough, because no item is shared between two. Enquiries are numbered from 1; 0 is none.
 *
 * @param seen bits of the seen marks
 * @param index whose entry the lagging worklist has
 * @param unread witness: messages that the mayor erased without having seen them
 * @param fates what became of each message, the one with the file and the text
 */
record ModelState(
        Citizen citizen,
        List<ModelEnquiry> enquiries,
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
    record Delivery(ModelWebhook.Phase phase, Citizen read) {}

    /** One request to resolve {@code enquiry}, of which the mayor had seen {@code inbound} messages. */
    record Click(ModelMayor.Phase phase, int enquiry, int inbound) {}

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
    static ModelState first(List<ModelWebhook.Phase> deliveries, int clicks, Luck luck) {
        return new ModelState(
                Citizen.NONE,
                List.of(),
                0,
                0,
                List.of(Fate.UNKNOWN, Fate.UNKNOWN),
                deliveries.stream()
                        .map(phase -> new Delivery(phase, Citizen.NONE))
                        .toList(),
                List.copyOf(Collections.nCopies(clicks, new Click(ModelMayor.Phase.BEFORE, 0, 0))),
                new Hand<>(MediaWorker.Phase.IDLE, 0),
                new Hand<>(ForgetWorker.Phase.IDLE, 0),
                0,
                0,
                luck);
    }

    /** A function dies, if one still may. */
    void death(Steps<ModelState> steps, String what, ModelState after) {
        if (luck.deaths() > 0) {
            steps.perhaps(what, after.with(luck.death()));
        }
    }

    ModelEnquiry enquiry(int number) {
        return enquiries.get(number - 1);
    }

    /** Whether a consistent read finds it with its key, not expired. */
    boolean finds(int number) {
        return enquiry(number).items().pointer() && citizen.enquiry() == number && !citizen.expired();
    }

    ModelState with(Citizen changed) {
        return new ModelState(
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

    ModelState with(int number, UnaryOperator<ModelEnquiry> change) {
        return with(replaced(enquiries, number - 1, change.apply(enquiry(number))));
    }

    /** A further enquiry, whose number is then the size of the list. */
    ModelState withNewEnquiry() {
        List<ModelEnquiry> more = new ArrayList<>(enquiries);
        more.add(ModelEnquiry.NEW);
        return with(List.copyOf(more));
    }

    private ModelState with(List<ModelEnquiry> changed) {
        return new ModelState(
                citizen, changed, seen, index, fates, deliveries, clicks, fetching, forgetting, expiring, unread, luck);
    }

    ModelState withSeen(int mark) {
        return new ModelState(
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

    ModelState withIndex(int entry) {
        return new ModelState(
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

    ModelState with(int message, Fate fate) {
        var changed = replaced(fates, message, fate);
        return new ModelState(
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

    ModelState with(int number, Delivery delivery) {
        var changed = replaced(deliveries, number, delivery);
        return new ModelState(
                citizen, enquiries, seen, index, fates, changed, clicks, fetching, forgetting, expiring, unread, luck);
    }

    ModelState with(int number, Click click) {
        var changed = replaced(clicks, number, click);
        return new ModelState(
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

    ModelState fetching(MediaWorker.Phase phase, int number) {
        var hand = new Hand<>(phase, number);
        return new ModelState(
                citizen, enquiries, seen, index, fates, deliveries, clicks, hand, forgetting, expiring, unread, luck);
    }

    ModelState forgetting(ForgetWorker.Phase phase, int number) {
        var hand = new Hand<>(phase, number);
        return new ModelState(
                citizen, enquiries, seen, index, fates, deliveries, clicks, fetching, hand, expiring, unread, luck);
    }

    ModelState expiring(int number) {
        return new ModelState(
                citizen, enquiries, seen, index, fates, deliveries, clicks, fetching, forgetting, number, unread, luck);
    }

    ModelState withUnread(int messages) {
        return new ModelState(
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

    ModelState with(Luck left) {
        return new ModelState(
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
