package org.sprechstunde.model;

import org.sprechstunde.model.Enquiry.Forget;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.Enquiry.Who;

/** {@code work.Forget} as stream and sweep run it: erases at once, and once more when no upload can be left. */
record ForgetWorker(Mutation mutation) implements Actor {
    enum Phase {
        IDLE,
        OBJECTS,
        ITEMS,
        LOOK,
        MARK,
        LATER,
        SECOND_LOOK,
        REMOVE
    }

    @Override
    public void steps(World world, Steps steps) {
        int enquiry = world.forgetting().enquiry();
        switch (world.forgetting().phase()) {
            case IDLE -> begins(world, steps);
            case OBJECTS ->
                steps.certain("the forget task deletes objects", to(Pass.objects(world, enquiry), Phase.ITEMS));
            case ITEMS -> deletesItems(world, steps);
            case LOOK -> steps.certain("the forget task looks again", looked(world, Phase.MARK, Phase.LATER));
            case MARK -> steps.certain("the forget task notes that all is erased", marked(world));
            case LATER -> steps.certain("the forget task is postponed", ended(world, Task.DUE));
            case SECOND_LOOK ->
                steps.certain(
                        "the forget task looks, twenty minutes later", looked(world, Phase.REMOVE, Phase.OBJECTS));
            case REMOVE -> steps.certain("the forget task removes itself", ended(world, Task.NONE));
        }
        if (world.forgetting().phase() != Phase.IDLE) {
            steps.death("the forget task's function dies", world.forgetting(Phase.IDLE, 0));
        }
    }

    private static void begins(World world, Steps steps) {
        for (int number = 1; number <= world.enquiries().size(); number++) {
            Enquiry enquiry = world.enquiry(number);
            if (enquiry.forget().state() == Task.DUE) {
                World claimed = world.with(number, old -> old.with(old.forget().with(Task.CLAIMED, Who.TASKS)))
                        .forgetting(enquiry.late() ? Phase.SECOND_LOOK : Phase.OBJECTS, number);
                steps.certain("the forget task of enquiry " + number + " is begun", claimed);
            }
        }
    }

    private void deletesItems(World world, Steps steps) {
        int enquiry = world.forgetting().enquiry();
        steps.certain("the forget task deletes items", to(Pass.items(world, enquiry), Phase.LOOK));
        World some = Pass.someItems(world, enquiry);
        if (!some.equals(world)) {
            Phase next = mutation == Mutation.UNPROCESSED_ITEMS_IGNORED ? Phase.LOOK : Phase.ITEMS;
            steps.perhaps("the forget task deletes items, some are left unprocessed", to(some, next));
        }
    }

    private static World looked(World world, Phase ifEmpty, Phase ifNot) {
        boolean empty = world.enquiry(world.forgetting().enquiry()).looksEmpty();
        return to(world, empty ? ifEmpty : ifNot);
    }

    private World marked(World world) {
        int enquiry = world.forgetting().enquiry();
        World after = Pass.marked(world, enquiry, mutation);
        return world.enquiry(enquiry).late() ? to(after, Phase.LATER) : after.forgetting(Phase.IDLE, 0);
    }

    private static World ended(World world, Task state) {
        int enquiry = world.forgetting().enquiry();
        Forget task = world.enquiry(enquiry).forget();
        Forget after = state == Task.NONE || task.state() == Task.NONE ? Forget.NONE : task.with(state, Who.NOBODY);
        return world.with(enquiry, old -> old.with(after)).forgetting(Phase.IDLE, 0);
    }

    private static World to(World world, Phase phase) {
        return world.forgetting(phase, world.forgetting().enquiry());
    }
}
