package org.sprechstunde.model;

import org.sprechstunde.model.Enquiry.Bucket;
import org.sprechstunde.model.Enquiry.Forget;
import org.sprechstunde.model.Enquiry.Items;
import org.sprechstunde.model.Enquiry.Task;
import org.sprechstunde.model.Enquiry.Upload;
import org.sprechstunde.model.Enquiry.Who;

/** {@code work.Forgetting} and {@code work.Forget}: the steps of one pass over both stores, whoever makes it. */
final class Pass {
    /** A forget task that nobody has begun. */
    static final Forget FRESH = new Forget(Task.DUE, Who.NOBODY, false);

    private Pass() {}

    /** Objects and unfinished uploads go; an upload under way is not to be seen. */
    static World objects(World world, int number) {
        return world.with(number, enquiry -> {
            Upload upload = enquiry.bucket().upload();
            return enquiry.with(new Bucket(false, upload == Upload.UNDER_WAY ? upload : Upload.NONE));
        });
    }

    static World items(World world, int number) {
        return world.with(number, enquiry -> enquiry.with(Items.NONE));
    }

    /** A batch that leaves something undone, or the same world if that cannot happen any more. */
    static World someItems(World world, int number) {
        Items left = world.enquiry(number).items().unprocessed();
        boolean possible = world.luck().unprocessed() > 0 && !left.equals(Items.NONE);
        return possible
                ? world.with(number, enquiry -> enquiry.with(left))
                        .with(world.luck().unprocessedItems())
                : world;
    }

    /** Both stores were seen empty: the task says so and rests until its second pass. */
    static World marked(World world, int number, Mutation mutation) {
        Enquiry enquiry = world.enquiry(number);
        if (enquiry.forget().state() == Task.NONE) {
            return world;
        }
        if (mutation == Mutation.FORGET_TASK_REMOVED_BEFORE_THE_SECOND_PASS) {
            return world.with(number, old -> old.with(Forget.NONE));
        }
        Task next = enquiry.late() ? Task.DUE : Task.RESTING;
        return world.with(number, old -> old.with(new Forget(next, Who.NOBODY, true)));
    }
}
