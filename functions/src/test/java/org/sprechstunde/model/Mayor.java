package org.sprechstunde.model;

import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.model.Enquiry.Forget;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.Enquiry.Who;
import org.sprechstunde.model.World.Citizen;
import org.sprechstunde.model.World.Click;

/** {@code resolve.Resolution}: the mayor resolves, perhaps with a double click. */
record Mayor(Mutation mutation, List<Phase> plan) implements Actor {
    Mayor(Mutation mutation) {
        this(mutation, plan(mutation));
    }

    private static final List<Who> WHO = List.of(Who.FIRST_CLICK, Who.SECOND_CLICK);

    enum Phase {
        BEFORE,
        FIND,
        KEY,
        GOODBYE,
        OBJECTS,
        ITEMS,
        LOOK,
        MARK,
        ALREADY,
        ENDED
    }

    /** The order is the protocol. */
    private static List<Phase> plan(Mutation mutation) {
        List<Phase> plan = new ArrayList<>(
                List.of(Phase.KEY, Phase.GOODBYE, Phase.OBJECTS, Phase.ITEMS, Phase.LOOK, Phase.MARK, Phase.ENDED));
        if (mutation == Mutation.OBJECTS_BEFORE_THE_KEY) {
            plan.remove(Phase.OBJECTS);
            plan.addFirst(Phase.OBJECTS);
        } else if (mutation == Mutation.GOODBYE_BEFORE_THE_KEY) {
            plan.remove(Phase.GOODBYE);
            plan.addFirst(Phase.GOODBYE);
        } else if (mutation == Mutation.RECEIPT_WITHOUT_A_SECOND_LOOK) {
            plan.remove(Phase.LOOK);
        }
        return List.copyOf(plan);
    }

    private Phase after(Phase phase) {
        return plan.get(plan.indexOf(phase) + 1);
    }

    @Override
    public void steps(World world, Steps steps) {
        for (int number = 0; number < world.clicks().size(); number++) {
            Click click = world.clicks().get(number);
            switch (click.phase()) {
                case BEFORE -> clicks(world, number, steps);
                case ENDED -> {}
                default -> {
                    resolves(world, number, steps);
                    steps.death(WHO.get(number) + ": resolve dies", to(world, number, Phase.ENDED));
                }
            }
        }
    }

    private static void clicks(World world, int number, Steps steps) {
        int shown = world.citizen().enquiry();
        boolean first = number == 0 || world.clicks().get(number - 1).phase() != Phase.BEFORE;
        if (first && shown != 0 && world.finds(shown)) {
            var click = new Click(Phase.FIND, shown, world.citizen().inbound());
            steps.perhaps(WHO.get(number) + " on resolve, enquiry " + shown, world.with(number, click));
        }
    }

    private void resolves(World world, int number, Steps steps) {
        Click click = world.clicks().get(number);
        int enquiry = click.enquiry();
        String who = WHO.get(number) + ": resolve ";
        switch (click.phase()) {
            case FIND -> steps.certain(who + "reads the enquiry", to(world, number, found(world, click)));
            case KEY -> steps.certain(who + "tries to destroy the key", keyDestroyed(world, number));
            case GOODBYE ->
                steps.certain(
                        who + "tells the citizen",
                        to(world.with(enquiry, Enquiry::withGoodbye), number, after(Phase.GOODBYE)));
            case OBJECTS ->
                steps.certain(who + "deletes objects", to(Pass.objects(world, enquiry), number, after(Phase.OBJECTS)));
            case ITEMS -> {
                steps.certain(who + "deletes items", to(Pass.items(world, enquiry), number, after(Phase.ITEMS)));
                Phase next = mutation == Mutation.UNPROCESSED_ITEMS_IGNORED ? after(Phase.ITEMS) : Phase.ITEMS;
                World some = Pass.someItems(world, enquiry);
                if (!some.equals(world)) {
                    steps.perhaps(who + "deletes items, some are left unprocessed", to(some, number, next));
                }
            }
            case LOOK ->
                steps.certain(
                        who + "looks again",
                        to(world, number, world.enquiry(enquiry).looksEmpty() ? after(Phase.LOOK) : Phase.ENDED));
            case MARK ->
                steps.certain(
                        who + "answers with the receipt: erased",
                        receipt(Pass.marked(world, enquiry, mutation), number));
            case ALREADY -> steps.certain(who + "finds the enquiry resolved already", already(world, number));
            case BEFORE, ENDED -> {}
        }
    }

    private Phase found(World world, Click click) {
        if (!world.finds(click.enquiry())) {
            return Phase.ALREADY;
        }
        return unread(world, click) ? Phase.ENDED : plan.getFirst();
    }

    private boolean unread(World world, Click click) {
        return world.citizen().inbound() > click.inbound() && mutation != Mutation.MESSAGES_ERASED_UNREAD;
    }

    /** The commit point. */
    private World keyDestroyed(World world, int number) {
        Click click = world.clicks().get(number);
        boolean same = world.citizen().enquiry() == click.enquiry()
                || mutation == Mutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_RESOLVING;
        if (!same || unread(world, click)) {
            return to(world, number, Phase.FIND);
        }
        Forget task =
                mutation == Mutation.NO_FORGET_TASK ? Forget.NONE : new Forget(Task.CLAIMED, WHO.get(number), false);
        World after = world.withUnread(Math.max(0, world.citizen().inbound() - click.inbound()))
                .with(Citizen.NONE)
                .with(click.enquiry(), enquiry -> enquiry.withoutKey(task));
        return to(after, number, after(Phase.KEY));
    }

    private World already(World world, int number) {
        Forget task = world.enquiry(world.clicks().get(number).enquiry()).forget();
        if (task.erased()) {
            return receipt(world, number);
        }
        Phase erase = plan.getFirst() == Phase.OBJECTS ? Phase.ITEMS : Phase.OBJECTS;
        return to(world, number, task.state() == Task.NONE ? Phase.ENDED : erase);
    }

    private static World receipt(World world, int number) {
        int enquiry = world.clicks().get(number).enquiry();
        return to(world.with(enquiry, Enquiry::withReceipt), number, Phase.ENDED);
    }

    private static World to(World world, int number, Phase phase) {
        Click click = world.clicks().get(number);
        return world.with(
                number,
                phase == Phase.ENDED ? new Click(phase, 0, 0) : new Click(phase, click.enquiry(), click.inbound()));
    }
}
