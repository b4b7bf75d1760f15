package org.sprechstunde.model.forgetting;

import java.util.List;
import org.sprechstunde.model.forgetting.ModelEnquiry.File;
import org.sprechstunde.model.forgetting.ModelEnquiry.Items;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelState.Citizen;
import org.sprechstunde.model.forgetting.ModelState.Delivery;
import org.sprechstunde.model.forgetting.ModelState.Fate;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/**
 * {@code webhook.MessageIntake}: reads the citizen's item, then one transaction on condition that nothing has changed, then
 * the 200. What got no 200 is delivered again.
 */
record ModelWebhook(ModelMutation mutation) implements Actor<ModelState> {
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
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        for (int number = 0; number < NAMES.size(); number++) {
            steps(modelState, number, steps);
        }
    }

    private void steps(ModelState modelState, int number, Steps<ModelState> steps) {
        String name = NAMES.get(number);
        switch (modelState.deliveries().get(number).phase()) {
            case UNSENT -> steps.perhaps("Meta sends " + name, to(modelState, number, Phase.DUE));
            case DUE -> {
                var read = new Delivery(Phase.READ, modelState.citizen());
                steps.certain("webhook, for " + name + ", reads the citizen's item", modelState.with(number, read));
            }
            case READ -> steps.certain("webhook tries to store " + name, stored(modelState, number));
            case STORED -> {
                steps.certain("webhook acknowledges " + name, to(modelState, number, Phase.ACKNOWLEDGED));
                modelState.death(
                        steps, "webhook dies before it acknowledges " + name, to(modelState, number, Phase.DUE));
            }
            case NEVER, ACKNOWLEDGED -> {}
        }
    }

    private ModelState stored(ModelState modelState, int number) {
        Citizen read = modelState.deliveries().get(number).read();
        int mark = 1 << (mutation == ModelMutation.SEEN_MARK_OF_THE_ENVELOPE ? number : message(number));
        if ((modelState.seen() & mark) != 0 && mutation != ModelMutation.NO_SEEN_MARK) {
            return to(modelState, number, Phase.STORED);
        }
        boolean opens = read.enquiry() == 0 || read.expired();
        ModelState after = opens ? opened(modelState, read, number) : appended(modelState, read, number);
        return after.equals(modelState)
                ? to(modelState, number, Phase.DUE)
                : to(after.withSeen(mark), number, Phase.STORED);
    }

    /** A new enquiry, if the citizen still has none, or still the expired one that it replaces. */
    private static ModelState opened(ModelState modelState, Citizen read, int number) {
        if (modelState.citizen().enquiry() != read.enquiry()) {
            return modelState;
        }
        ModelState after = modelState.withNewEnquiry();
        int fresh = after.enquiries().size();
        if (read.enquiry() != 0) {
            after = after.with(read.enquiry(), old -> old.withoutKey(Pass.FRESH));
        }
        return put(after, fresh, number)
                .with(fresh, enquiry -> enquiry.with(enquiry.items().withPointer()))
                .with(new Citizen(fresh, 1, false));
    }

    private ModelState appended(ModelState modelState, Citizen read, int number) {
        Citizen now = modelState.citizen();
        boolean same = now.enquiry() == read.enquiry();
        if (!(same && now.inbound() == read.inbound())
                && mutation != ModelMutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_STORING) {
            return modelState;
        }
        ModelState after = put(modelState, read.enquiry(), number);
        boolean expired = now.expired() && hasWaitingFile(modelState, now);
        return same ? after.with(new Citizen(now.enquiry(), now.inbound() + 1, expired)) : after;
    }

    /**
     * A message prolongs an enquiry, but never past its maximum. Only that can end one whose file still waits: files
     * wait for seven days, and idleness lasts longer.
     */
    private static boolean hasWaitingFile(ModelState modelState, Citizen citizen) {
        return modelState.enquiry(citizen.enquiry()).items().file() == File.WAITING;
    }

    private static ModelState put(ModelState modelState, int enquiry, int number) {
        int message = message(number);
        Fate before = modelState.fates().get(message);
        Fate after = new Fate(
                before.copies() == 0 ? enquiry : before.home(),
                before.copies() + 1,
                modelState.enquiry(enquiry).keyless());
        return modelState.with(message, after).with(enquiry, old -> old.with(with(old.items(), message)));
    }

    private static Items with(Items items, int message) {
        return message == FILE ? items.with(File.WAITING).with(Task.DUE) : items.withText();
    }

    private static ModelState to(ModelState modelState, int number, Phase phase) {
        return modelState.with(number, new Delivery(phase, Citizen.NONE));
    }
}
