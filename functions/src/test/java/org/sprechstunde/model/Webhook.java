package org.sprechstunde.model;

import java.util.List;
import org.sprechstunde.model.Enquiry.File;
import org.sprechstunde.model.Enquiry.Items;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.World.Citizen;
import org.sprechstunde.model.World.Delivery;
import org.sprechstunde.model.World.Fate;

/**
 * {@code webhook.Intake}: reads the citizen's item, then one transaction on condition that nothing has changed, then
 * the 200. What got no 200 is delivered again.
 */
record Webhook(Mutation mutation) implements Actor {
    static final int FILE = 0;
    static final int TEXT = 1;

    /** Three deliveries: a file, the same file under its second id, a text. */
    private static final List<Integer> MESSAGES = List.of(FILE, FILE, TEXT);

    private static final List<String> NAMES = List.of("the file", "the file under its second id", "the text");

    enum Phase {
        NEVER,
        UNSENT,
        DUE,
        READ,
        STORED,
        ACKNOWLEDGED
    }

    /** Which message the delivery of this number brings. */
    static int message(int number) {
        return MESSAGES.get(number);
    }

    @Override
    public void steps(World world, Steps steps) {
        for (int number = 0; number < NAMES.size(); number++) {
            steps(world, number, steps);
        }
    }

    private void steps(World world, int number, Steps steps) {
        String name = NAMES.get(number);
        switch (world.deliveries().get(number).phase()) {
            case UNSENT -> steps.perhaps("Meta sends " + name, to(world, number, Phase.DUE));
            case DUE -> {
                var read = new Delivery(Phase.READ, world.citizen());
                steps.certain("webhook, for " + name + ", reads the citizen's item", world.with(number, read));
            }
            case READ -> steps.certain("webhook tries to store " + name, stored(world, number));
            case STORED -> {
                steps.certain("webhook acknowledges " + name, to(world, number, Phase.ACKNOWLEDGED));
                steps.death("webhook dies before it acknowledges " + name, to(world, number, Phase.DUE));
            }
            case NEVER, ACKNOWLEDGED -> {}
        }
    }

    private World stored(World world, int number) {
        Citizen read = world.deliveries().get(number).read();
        int mark = 1 << (mutation == Mutation.SEEN_MARK_OF_THE_ENVELOPE ? number : message(number));
        if ((world.seen() & mark) != 0 && mutation != Mutation.NO_SEEN_MARK) {
            return to(world, number, Phase.STORED);
        }
        boolean opens = read.enquiry() == 0 || read.expired();
        World after = opens ? opened(world, read, number) : appended(world, read, number);
        return after.equals(world) ? to(world, number, Phase.DUE) : to(after.withSeen(mark), number, Phase.STORED);
    }

    /** A new enquiry, if the citizen still has none, or still the expired one that it replaces. */
    private static World opened(World world, Citizen read, int number) {
        if (world.citizen().enquiry() != read.enquiry()) {
            return world;
        }
        World after = world.withNewEnquiry();
        int fresh = after.enquiries().size();
        if (read.enquiry() != 0) {
            after = after.with(read.enquiry(), old -> old.withoutKey(Pass.FRESH));
        }
        return put(after, fresh, number)
                .with(fresh, enquiry -> enquiry.with(enquiry.items().withPointer()))
                .with(new Citizen(fresh, 1, false));
    }

    private World appended(World world, Citizen read, int number) {
        Citizen now = world.citizen();
        boolean same = now.enquiry() == read.enquiry();
        if (!(same && now.inbound() == read.inbound())
                && mutation != Mutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_STORING) {
            return world;
        }
        World after = put(world, read.enquiry(), number);
        boolean expired = now.expired() && hasWaitingFile(world, now);
        return same ? after.with(new Citizen(now.enquiry(), now.inbound() + 1, expired)) : after;
    }

    /**
     * A message prolongs an enquiry, but never past its maximum. Only that can end one whose file still waits: files
     * wait for seven days, and idleness lasts longer.
     */
    private static boolean hasWaitingFile(World world, Citizen citizen) {
        return world.enquiry(citizen.enquiry()).items().file() == File.WAITING;
    }

    private static World put(World world, int enquiry, int number) {
        int message = message(number);
        Fate before = world.fates().get(message);
        Fate after = new Fate(
                before.copies() == 0 ? enquiry : before.home(),
                before.copies() + 1,
                world.enquiry(enquiry).keyless());
        return world.with(message, after).with(enquiry, old -> old.with(with(old.items(), message)));
    }

    private static Items with(Items items, int message) {
        return message == FILE ? items.with(File.WAITING).with(Task.DUE) : items.withText();
    }

    private static World to(World world, int number, Phase phase) {
        return world.with(number, new Delivery(phase, Citizen.NONE));
    }
}
