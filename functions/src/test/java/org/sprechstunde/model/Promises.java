package org.sprechstunde.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.sprechstunde.model.Enquiry.File;
import org.sprechstunde.model.Enquiry.Items;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.World.Delivery;
import org.sprechstunde.model.World.Fate;

/** What must hold in every world, and what besides when the dust has settled. */
final class Promises {
    private final Map<String, Predicate<World>> always = new LinkedHashMap<>();
    private final Map<String, Predicate<World>> atRest = new LinkedHashMap<>();

    Promises(Mutation mutation) {
        always.put("no message is stored twice", world -> fates(world, fate -> fate.copies() <= 1));
        always.put("no message is stored where no key can open it", world -> fates(world, fate -> !fate.tooLate()));
        always.put("no message is erased unread", Promises::nothingIsErasedUnread);
        always.put("what was acknowledged stands, or was erased with its enquiry", Promises::acknowledgedStands);
        always.put("an enquiry's key is lost only with a forget task", Promises::noKeyIsLost);
        always.put("a stored file of an open enquiry is in the bucket", Promises::storedFilesAreThere);
        always.put(
                "what is forgotten has no key",
                world -> readable(world) == 0 || !world.enquiry(readable(world)).keyless());
        always.put("the inbox shows nothing forgotten", world -> !isForgotten(world, inbox(world, mutation)));
        always.put("the citizen is told only what is true", world -> enquiries(world, e -> !e.told() || e.keyless()));
        always.put(
                "a receipt says erased only of what was seen empty",
                world -> enquiries(world, e -> !e.promised() || e.seenEmpty()));
        always.put("what has no key has a task that erases it", world -> enquiries(world, Promises::isCaredFor));
        always.put("a pass leaves no item behind", Promises::passesAreComplete);
        atRest.put("what is forgotten has left nothing", world -> enquiries(world, e -> !e.keyless() || e.isGone()));
        atRest.put("what was sent is acknowledged", Promises::allIsAcknowledged);
        atRest.put("the inbox shows what is open", world -> inbox(world, mutation) == readable(world));
        atRest.put("an open enquiry has its file", Promises::filesWereFetched);
    }

    /** The first promise that is broken. */
    Optional<String> broken(World world, boolean rests) {
        return broken(world, always).or(() -> rests ? broken(world, atRest) : Optional.empty());
    }

    private static Optional<String> broken(World world, Map<String, Predicate<World>> promises) {
        for (Map.Entry<String, Predicate<World>> promise : promises.entrySet()) {
            if (!promise.getValue().test(world)) {
                return Optional.of(promise.getKey());
            }
        }
        return Optional.empty();
    }

    /** The enquiry whose key stands, expired or not. */
    private static int readable(World world) {
        return world.citizen().enquiry();
    }

    /** What the list shows: places from the index, and of each what the table says. */
    private static int inbox(World world, Mutation mutation) {
        if (mutation == Mutation.WORKLIST_READ_FROM_THE_INDEX_ALONE) {
            return world.index();
        }
        return world.index() == 0 ? 0 : world.citizen().enquiry();
    }

    private static boolean isForgotten(World world, int number) {
        return number != 0 && world.enquiry(number).keyless();
    }

    private static boolean nothingIsErasedUnread(World world) {
        return world.unread() == 0;
    }

    /** It stands in its enquiry, which is the citizen's, or that enquiry was forgotten as a whole. */
    private static boolean acknowledgedStands(World world) {
        for (int number = 0; number < world.deliveries().size(); number++) {
            Fate fate = world.fates().get(Webhook.message(number));
            boolean acknowledged = world.deliveries().get(number).phase() == Webhook.Phase.ACKNOWLEDGED;
            if (acknowledged && (fate.home() == 0 || !standsOrIsForgotten(world, fate.home(), number))) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsOrIsForgotten(World world, int home, int number) {
        Items items = world.enquiry(home).items();
        boolean stands = Webhook.message(number) == Webhook.FILE ? items.file() != File.NONE : items.text();
        return world.enquiry(home).keyless() || (stands && readable(world) == home);
    }

    private static boolean noKeyIsLost(World world) {
        for (int number = 1; number <= world.enquiries().size(); number++) {
            if (!world.enquiry(number).keyless() && readable(world) != number) {
                return false;
            }
        }
        return true;
    }

    private static boolean storedFilesAreThere(World world) {
        return readable(world) == 0
                || world.enquiry(readable(world)).items().file() != File.STORED
                || world.enquiry(readable(world)).bucket().object();
    }

    /** Leftovers never finds anything. */
    private static boolean isCaredFor(Enquiry enquiry) {
        return !enquiry.keyless() || enquiry.looksEmpty() || enquiry.forget().state() != Task.NONE;
    }

    private static boolean passesAreComplete(World world) {
        var worker = world.forgetting();
        boolean complete = (worker.phase() != ForgetWorker.Phase.LOOK && worker.phase() != ForgetWorker.Phase.MARK)
                || hasNoItems(world, worker.enquiry());
        return complete
                && holds(world.clicks(), click -> isElsewhere(click.phase()) || hasNoItems(world, click.enquiry()));
    }

    private static boolean isElsewhere(Mayor.Phase phase) {
        return phase != Mayor.Phase.LOOK && phase != Mayor.Phase.MARK;
    }

    private static boolean hasNoItems(World world, int number) {
        return world.enquiry(number).items().equals(Items.NONE);
    }

    private static boolean allIsAcknowledged(World world) {
        return world.deliveries().stream().map(Delivery::phase).allMatch(phase -> phase != Webhook.Phase.DUE);
    }

    private static boolean filesWereFetched(World world) {
        return readable(world) == 0 || world.enquiry(readable(world)).items().file() != File.WAITING;
    }

    private static boolean fates(World world, Predicate<Fate> holds) {
        return holds(world.fates(), holds);
    }

    private static boolean enquiries(World world, Predicate<Enquiry> holds) {
        return holds(world.enquiries(), holds);
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
