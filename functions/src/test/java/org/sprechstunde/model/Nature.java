package org.sprechstunde.model;

import org.sprechstunde.model.Enquiry.Bucket;
import org.sprechstunde.model.Enquiry.Forget;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.Enquiry.Upload;
import org.sprechstunde.model.Enquiry.Who;
import org.sprechstunde.model.World.Citizen;

/**
 * What happens by itself: uploads end, time passes, the index catches up. Time is bounded as in the code: a claim
 * lasts longer than any function, and the second pass comes later than any upload of before.
 */
record Nature(Mutation mutation) implements Actor {

    @Override
    public void steps(World world, Steps steps) {
        steps.certain("the index catches up", world.withIndex(world.citizen().enquiry()));
        Citizen citizen = world.citizen();
        if (citizen.enquiry() != 0 && !citizen.expired() && world.luck().expiries() > 0) {
            var expired = new Citizen(citizen.enquiry(), citizen.inbound(), true);
            steps.perhaps(
                    "the retention of the enquiry ends",
                    world.with(expired).with(world.luck().expiry()));
        }
        for (int number = 1; number <= world.enquiries().size(); number++) {
            uploads(world, number, steps);
            claims(world, number, steps);
            twentyMinutes(world, number, steps);
        }
    }

    private static void uploads(World world, int number, Steps steps) {
        Bucket bucket = world.enquiry(number).bucket();
        if (bucket.upload() != Upload.UNDER_WAY) {
            return;
        }
        World landed = world.with(number, old -> old.with(new Bucket(true, Upload.NONE)));
        World broken = world.with(number, old -> old.with(new Bucket(bucket.object(), Upload.HALF)));
        boolean awaited = isFetching(world, number);
        steps.certain(
                "the upload of enquiry " + number + " ends",
                awaited ? landed.fetching(MediaWorker.Phase.UPLOADED, number) : landed);
        steps.death(
                "the upload of enquiry " + number + " breaks",
                awaited ? broken.fetching(MediaWorker.Phase.LATER, number) : broken);
    }

    private static void claims(World world, int number, Steps steps) {
        Enquiry enquiry = world.enquiry(number);
        boolean uploading = enquiry.bucket().upload() == Upload.UNDER_WAY;
        if (enquiry.items().fetch() == Task.CLAIMED && !isFetching(world, number) && !uploading) {
            World due = world.with(number, old -> old.with(old.items().with(Task.DUE)));
            steps.certain("the media worker's claim runs out", due);
        }
        Forget task = enquiry.forget();
        if (task.state() == Task.CLAIMED && !isForgetting(world, task.holder(), number)) {
            World due = world.with(number, old -> old.with(task.with(Task.DUE, Who.NOBODY)));
            steps.certain("the claim on the forget task runs out", due);
        }
    }

    private void twentyMinutes(World world, int number, Steps steps) {
        Enquiry enquiry = world.enquiry(number);
        boolean uploading = enquiry.bucket().upload() == Upload.UNDER_WAY || isFetching(world, number);
        if (enquiry.keyless()
                && !enquiry.late()
                && (!uploading || mutation == Mutation.SECOND_PASS_WHILE_UPLOADS_LAST)) {
            steps.certain("twenty minutes pass, enquiry " + number, world.with(number, Enquiry::twentyMinutesLater));
        }
    }

    private static boolean isFetching(World world, int number) {
        return world.fetching().enquiry() == number;
    }

    private static boolean isForgetting(World world, Who holder, int number) {
        return switch (holder) {
            case NOBODY -> false;
            case FIRST_CLICK -> world.clicks().getFirst().enquiry() == number;
            case SECOND_CLICK -> world.clicks().getLast().enquiry() == number;
            case TASKS -> world.forgetting().enquiry() == number;
        };
    }
}
