package org.sprechstunde.model.forgetting;

import java.util.List;
import java.util.function.Predicate;
import org.sprechstunde.model.forgetting.ModelEnquiry.File;
import org.sprechstunde.model.forgetting.ModelEnquiry.Items;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelState.Delivery;
import org.sprechstunde.model.forgetting.ModelState.Fate;
import org.sprechstunde.model.search.Promises;

/** What must hold in every world, and what besides when the dust has settled. */
final class ModelPromises {
    private ModelPromises() {}

    static Promises<ModelState> all(ModelMutation mutation) {
        Promises<ModelState> promises = new Promises<>();
        promises.always("no message is stored twice", modelState -> fates(modelState, fate -> fate.copies() <= 1));
        promises.always(
                "no message is stored where no key can open it",
                modelState -> fates(modelState, fate -> !fate.tooLate()));
        promises.always("no message is erased unread", ModelPromises::nothingIsErasedUnread);
        promises.always(
                "what was acknowledged stands, or was erased with its enquiry", ModelPromises::acknowledgedStands);
        promises.always("an enquiry's key is lost only with a forget task", ModelPromises::noKeyIsLost);
        promises.always("a stored file of an open enquiry is in the bucket", ModelPromises::storedFilesAreThere);
        promises.always(
                "what is forgotten has no key",
                modelState -> readable(modelState) == 0
                        || !modelState.enquiry(readable(modelState)).keyless());
        promises.always(
                "the inbox shows nothing forgotten",
                modelState -> !isForgotten(modelState, inbox(modelState, mutation)));
        promises.always(
                "the citizen is told only what is true",
                modelState -> enquiries(modelState, e -> !e.told() || e.keyless()));
        promises.always(
                "a receipt says erased only of what was seen empty",
                modelState -> enquiries(modelState, e -> !e.promised() || e.seenEmpty()));
        promises.always(
                "what has no key has a task that erases it",
                modelState -> enquiries(modelState, ModelPromises::isCaredFor));
        promises.always("a pass leaves no item behind", ModelPromises::passesAreComplete);
        promises.atRest(
                "what is forgotten has left nothing",
                modelState -> enquiries(modelState, e -> !e.keyless() || e.isGone()));
        promises.atRest("what was sent is acknowledged", ModelPromises::allIsAcknowledged);
        promises.atRest(
                "the inbox shows what is open", modelState -> inbox(modelState, mutation) == readable(modelState));
        promises.atRest("an open enquiry has its file", ModelPromises::filesWereFetched);
        return promises;
    }

    /** The enquiry whose key stands, expired or not. */
    private static int readable(ModelState modelState) {
        return modelState.citizen().enquiry();
    }

    /** What the list shows: places from the index, and of each what the table says. */
    private static int inbox(ModelState modelState, ModelMutation mutation) {
        if (mutation == ModelMutation.WORKLIST_READ_FROM_THE_INDEX_ALONE) {
            return modelState.index();
        }
        return modelState.index() == 0 ? 0 : modelState.citizen().enquiry();
    }

    private static boolean isForgotten(ModelState modelState, int number) {
        return number != 0 && modelState.enquiry(number).keyless();
    }

    private static boolean nothingIsErasedUnread(ModelState modelState) {
        return modelState.unread() == 0;
    }

    /** It stands in its enquiry, which is the citizen's, or that enquiry was forgotten as a whole. */
    private static boolean acknowledgedStands(ModelState modelState) {
        for (int number = 0; number < modelState.deliveries().size(); number++) {
            Fate fate = modelState.fates().get(ModelWebhook.message(number));
            boolean acknowledged = modelState.deliveries().get(number).phase() == ModelWebhook.Phase.ACKNOWLEDGED;
            if (acknowledged && (fate.home() == 0 || !standsOrIsForgotten(modelState, fate.home(), number))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsOrIsForgotten(ModelState modelState, int home, int number) {
        Items items = modelState.enquiry(home).items();
        boolean stands = ModelWebhook.message(number) == ModelWebhook.FILE ? items.file() != File.NONE : items.text();
        return modelState.enquiry(home).keyless() || (stands && readable(modelState) == home);
    }

    private static boolean noKeyIsLost(ModelState modelState) {
        for (int number = 1; number <= modelState.enquiries().size(); number++) {
            if (!modelState.enquiry(number).keyless() && readable(modelState) != number) {
                return false;
            }
        }
        return true;
    }

    private static boolean storedFilesAreThere(ModelState modelState) {
        return readable(modelState) == 0
                || modelState.enquiry(readable(modelState)).items().file() != File.STORED
                || modelState.enquiry(readable(modelState)).bucket().object();
    }

    /** Leftovers never finds anything. */
    private static boolean isCaredFor(ModelEnquiry enquiry) {
        return !enquiry.keyless() || enquiry.looksEmpty() || enquiry.forget().state() != Task.NONE;
    }

    private static boolean passesAreComplete(ModelState modelState) {
        var worker = modelState.forgetting();
        boolean complete = (worker.phase() != ForgetWorker.Phase.LOOK && worker.phase() != ForgetWorker.Phase.MARK)
                || hasNoItems(modelState, worker.enquiry());
        return complete
                && holds(
                        modelState.clicks(),
                        click -> isElsewhere(click.phase()) || hasNoItems(modelState, click.enquiry()));
    }

    private static boolean isElsewhere(ModelMayor.Phase phase) {
        return phase != ModelMayor.Phase.LOOK && phase != ModelMayor.Phase.MARK;
    }

    private static boolean hasNoItems(ModelState modelState, int number) {
        return modelState.enquiry(number).items().equals(Items.NONE);
    }

    private static boolean allIsAcknowledged(ModelState modelState) {
        return modelState.deliveries().stream().map(Delivery::phase).allMatch(phase -> phase != ModelWebhook.Phase.DUE);
    }

    private static boolean filesWereFetched(ModelState modelState) {
        return readable(modelState) == 0
                || modelState.enquiry(readable(modelState)).items().file() != File.WAITING;
    }

    private static boolean fates(ModelState modelState, Predicate<Fate> holds) {
        return holds(modelState.fates(), holds);
    }

    private static boolean enquiries(ModelState modelState, Predicate<ModelEnquiry> holds) {
        return holds(modelState.enquiries(), holds);
    }

    /** A loop, because this runs some million times. */
    private static <T> boolean holds(List<T> all, Predicate<T> holds) {
        for (T one : all) {
            if (!holds.test(one)) {
                return false;
            }
        }
        return true;
    }
}
