package org.sprechstunde.model;

import org.sprechstunde.model.Enquiry.Bucket;
import org.sprechstunde.model.Enquiry.File;
import org.sprechstunde.model.Enquiry.Items;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.Enquiry.Upload;

/** {@code work.FetchMedia}: claims the task, looks, uploads, and settles on condition that the message still stands. */
record MediaWorker(Mutation mutation) implements Actor {
    enum Phase {
        IDLE,
        CLAIMED,
        LOOKED,
        UPLOADING,
        UPLOADED,
        TOO_LATE,
        DONE,
        LATER
    }

    @Override
    public void steps(World world, Steps steps) {
        int enquiry = world.fetching().enquiry();
        switch (world.fetching().phase()) {
            case IDLE -> begins(world, steps);
            case CLAIMED -> steps.certain("the media worker looks", looked(world, enquiry));
            case LOOKED -> steps.certain("the media worker begins to upload", uploading(world, enquiry));
            case UPLOADING -> {}
            case UPLOADED -> steps.certain("the media worker tries to settle", settled(world, enquiry));
            case TOO_LATE ->
                steps.certain(
                        "the media worker deletes what is too late",
                        world.with(enquiry, old -> old.with(Bucket.EMPTY)).fetching(Phase.DONE, enquiry));
            case DONE -> steps.certain("the media worker removes its task", ended(world, enquiry, Task.NONE));
            case LATER -> steps.certain("the media worker postpones its task", ended(world, enquiry, Task.DUE));
        }
        if (world.fetching().phase() != Phase.IDLE) {
            steps.death("the media worker dies", world.fetching(Phase.IDLE, 0));
        }
    }

    private static void begins(World world, Steps steps) {
        for (int number = 1; number <= world.enquiries().size(); number++) {
            if (world.enquiry(number).items().fetch() == Task.DUE) {
                World claimed = with(world, number, Task.CLAIMED).fetching(Phase.CLAIMED, number);
                steps.certain("the media worker claims the task of enquiry " + number, claimed);
            }
        }
    }

    private static World looked(World world, int enquiry) {
        boolean waits = world.finds(enquiry) && world.enquiry(enquiry).items().file() == File.WAITING;
        return world.fetching(waits ? Phase.LOOKED : Phase.DONE, enquiry);
    }

    private static World uploading(World world, int enquiry) {
        return world.with(enquiry, old -> old.with(new Bucket(old.bucket().object(), Upload.UNDER_WAY)))
                .fetching(Phase.UPLOADING, enquiry);
    }

    private World settled(World world, int enquiry) {
        Items items = world.enquiry(enquiry).items();
        if (items.file() == File.NONE && mutation != Mutation.NO_CONDITION_ON_THE_MESSAGE_WHEN_UPLOADED) {
            return world.fetching(Phase.TOO_LATE, enquiry);
        }
        Items stored = items.with(File.STORED).with(Task.NONE);
        return world.with(enquiry, old -> old.with(stored)).fetching(Phase.IDLE, 0);
    }

    /** Nothing brings a task back that is gone. */
    private static World ended(World world, int enquiry, Task state) {
        boolean gone = world.enquiry(enquiry).items().fetch() == Task.NONE;
        return with(world, enquiry, gone ? Task.NONE : state).fetching(Phase.IDLE, 0);
    }

    private static World with(World world, int enquiry, Task state) {
        return world.with(enquiry, old -> old.with(old.items().with(state)));
    }
}
