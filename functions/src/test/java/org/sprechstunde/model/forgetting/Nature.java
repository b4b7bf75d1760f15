package org.sprechstunde.model.forgetting;

import org.sprechstunde.model.forgetting.ModelEnquiry.Bucket;
import org.sprechstunde.model.forgetting.ModelEnquiry.Forget;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelEnquiry.Upload;
import org.sprechstunde.model.forgetting.ModelEnquiry.Who;
import org.sprechstunde.model.forgetting.ModelState.Citizen;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/**
 * What happens by itself: uploads end, time passes, the index catches up. Time is bounded as in the code: a claim
 * lasts longer than any function, and the second pass comes later than any upload of before.
 */
record Nature(ModelMutation mutation) implements Actor<ModelState> {

    @Override
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        steps.certain(
                "the index catches up",
                modelState.withIndex(modelState.citizen().enquiry()));
        Citizen citizen = modelState.citizen();
        if (citizen.enquiry() != 0 && !citizen.expired() && modelState.luck().expiries() > 0) {
            var expired = new Citizen(citizen.enquiry(), citizen.inbound(), true);
            steps.perhaps(
                    "the retention of the enquiry ends",
                    modelState.with(expired).with(modelState.luck().expiry()));
        }
        for (int number = 1; number <= modelState.enquiries().size(); number++) {
            uploads(modelState, number, steps);
            claims(modelState, number, steps);
            twentyMinutes(modelState, number, steps);
        }
    }

    private static void uploads(ModelState modelState, int number, Steps<ModelState> steps) {
        Bucket bucket = modelState.enquiry(number).bucket();
        if (bucket.upload() != Upload.UNDER_WAY) {
            return;
        }
        ModelState landed = modelState.with(number, old -> old.with(new Bucket(true, Upload.NONE)));
        ModelState broken = modelState.with(number, old -> old.with(new Bucket(bucket.object(), Upload.HALF)));
        boolean awaited = isFetching(modelState, number);
        steps.certain(
                "the upload of enquiry " + number + " ends",
                awaited ? landed.fetching(MediaWorker.Phase.UPLOADED, number) : landed);
        modelState.death(
                steps,
                "the upload of enquiry " + number + " breaks",
                awaited ? broken.fetching(MediaWorker.Phase.LATER, number) : broken);
    }

    private static void claims(ModelState modelState, int number, Steps<ModelState> steps) {
        ModelEnquiry enquiry = modelState.enquiry(number);
        boolean uploading = enquiry.bucket().upload() == Upload.UNDER_WAY;
        if (enquiry.items().fetch() == Task.CLAIMED && !isFetching(modelState, number) && !uploading) {
            ModelState due = modelState.with(number, old -> old.with(old.items().with(Task.DUE)));
            steps.certain("the media worker's claim runs out", due);
        }
        Forget task = enquiry.forget();
        if (task.state() == Task.CLAIMED && !isForgetting(modelState, task.holder(), number)) {
            ModelState due = modelState.with(number, old -> old.with(task.with(Task.DUE, Who.NOBODY)));
            steps.certain("the claim on the forget task runs out", due);
        }
    }

    private void twentyMinutes(ModelState modelState, int number, Steps<ModelState> steps) {
        ModelEnquiry enquiry = modelState.enquiry(number);
        boolean uploading = enquiry.bucket().upload() == Upload.UNDER_WAY || isFetching(modelState, number);
        if (enquiry.keyless()
                && !enquiry.late()
                && (!uploading || mutation == ModelMutation.SECOND_PASS_WHILE_UPLOADS_LAST)) {
            steps.certain(
                    "twenty minutes pass, enquiry " + number,
                    modelState.with(number, ModelEnquiry::twentyMinutesLater));
        }
    }

    private static boolean isFetching(ModelState modelState, int number) {
        return modelState.fetching().enquiry() == number;
    }

    private static boolean isForgetting(ModelState modelState, Who holder, int number) {
        return switch (holder) {
            case NOBODY -> false;
            case FIRST_CLICK -> modelState.clicks().getFirst().enquiry() == number;
            case SECOND_CLICK -> modelState.clicks().getLast().enquiry() == number;
            case TASKS -> modelState.forgetting().enquiry() == number;
        };
    }
}
