package org.sprechstunde.model.forgetting;

import org.sprechstunde.model.forgetting.ModelEnquiry.Bucket;
import org.sprechstunde.model.forgetting.ModelEnquiry.Forget;
import org.sprechstunde.model.forgetting.ModelEnquiry.Items;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelEnquiry.Upload;
import org.sprechstunde.model.forgetting.ModelEnquiry.Who;

/** {@code erasure.EnquiryErasure} and {@code erasure.EraseEnquiryTask}: the steps of one pass over both stores, whoever makes it. */
final class Pass {
    /** A forget task that nobody has begun. */
    static final Forget FRESH = new Forget(Task.DUE, Who.NOBODY, false);

    private Pass() {}

    /** Objects and unfinished uploads go; an upload under way is not to be seen. */
    static ModelState objects(ModelState modelState, int number) {
        return modelState.with(number, enquiry -> {
            Upload upload = enquiry.bucket().upload();
            return enquiry.with(new Bucket(false, upload == Upload.UNDER_WAY ? upload : Upload.NONE));
        });
    }

    static ModelState items(ModelState modelState, int number) {
        return modelState.with(number, enquiry -> enquiry.with(Items.NONE));
    }

    /** A batch that leaves something undone, or the same world if that cannot happen any more. */
    static ModelState someItems(ModelState modelState, int number) {
        Items left = modelState.enquiry(number).items().unprocessed();
        boolean possible = modelState.luck().unprocessed() > 0 && !left.equals(Items.NONE);
        return possible
                ? modelState
                        .with(number, enquiry -> enquiry.with(left))
                        .with(modelState.luck().unprocessedItems())
                : modelState;
    }

    /** Both stores were seen empty: the task says so and rests until its second pass. */
    static ModelState marked(ModelState modelState, int number, ModelMutation mutation) {
        ModelEnquiry enquiry = modelState.enquiry(number);
        if (enquiry.forget().state() == Task.NONE) {
            return modelState;
        }
        if (mutation == ModelMutation.FORGET_TASK_REMOVED_BEFORE_THE_SECOND_PASS) {
            return modelState.with(number, old -> old.with(Forget.NONE));
        }
        Task next = enquiry.late() ? Task.DUE : Task.RESTING;
        return modelState.with(number, old -> old.with(new Forget(next, Who.NOBODY, true)));
    }
}
