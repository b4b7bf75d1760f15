package org.sprechstunde.model.forgetting;

import org.sprechstunde.model.forgetting.ModelEnquiry.Bucket;
import org.sprechstunde.model.forgetting.ModelEnquiry.File;
import org.sprechstunde.model.forgetting.ModelEnquiry.Items;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelEnquiry.Upload;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/** {@code media.FetchMediaTask}: claims the task, looks, uploads, and settles on condition that the message still stands. */
record MediaWorker(ModelMutation mutation) implements Actor<ModelState> {
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
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        int enquiry = modelState.fetching().enquiry();
        switch (modelState.fetching().phase()) {
            case IDLE -> begins(modelState, steps);
            case CLAIMED -> steps.certain("the media worker looks", looked(modelState, enquiry));
            case LOOKED -> steps.certain("the media worker begins to upload", uploading(modelState, enquiry));
            case UPLOADING -> {}
            case UPLOADED -> steps.certain("the media worker tries to settle", settled(modelState, enquiry));
            case TOO_LATE ->
                steps.certain(
                        "the media worker deletes what is too late",
                        modelState.with(enquiry, old -> old.with(Bucket.EMPTY)).fetching(Phase.DONE, enquiry));
            case DONE -> steps.certain("the media worker removes its task", ended(modelState, enquiry, Task.NONE));
            case LATER -> steps.certain("the media worker postpones its task", ended(modelState, enquiry, Task.DUE));
        }
        if (modelState.fetching().phase() != Phase.IDLE) {
            modelState.death(steps, "the media worker dies", modelState.fetching(Phase.IDLE, 0));
        }
    }

    private static void begins(ModelState modelState, Steps<ModelState> steps) {
        for (int number = 1; number <= modelState.enquiries().size(); number++) {
            if (modelState.enquiry(number).items().fetch() == Task.DUE) {
                ModelState claimed = with(modelState, number, Task.CLAIMED).fetching(Phase.CLAIMED, number);
                steps.certain("the media worker claims the task of enquiry " + number, claimed);
            }
        }
    }

    private static ModelState looked(ModelState modelState, int enquiry) {
        boolean waits =
                modelState.finds(enquiry) && modelState.enquiry(enquiry).items().file() == File.WAITING;
        return modelState.fetching(waits ? Phase.LOOKED : Phase.DONE, enquiry);
    }

    private static ModelState uploading(ModelState modelState, int enquiry) {
        return modelState
                .with(enquiry, old -> old.with(new Bucket(old.bucket().object(), Upload.UNDER_WAY)))
                .fetching(Phase.UPLOADING, enquiry);
    }

    private ModelState settled(ModelState modelState, int enquiry) {
        Items items = modelState.enquiry(enquiry).items();
        if (items.file() == File.NONE && mutation != ModelMutation.NO_CONDITION_ON_THE_MESSAGE_WHEN_UPLOADED) {
            return modelState.fetching(Phase.TOO_LATE, enquiry);
        }
        Items stored = items.with(File.STORED).with(Task.NONE);
        return modelState.with(enquiry, old -> old.with(stored)).fetching(Phase.IDLE, 0);
    }

    /** Nothing brings a task back that is gone. */
    private static ModelState ended(ModelState modelState, int enquiry, Task state) {
        boolean gone = modelState.enquiry(enquiry).items().fetch() == Task.NONE;
        return with(modelState, enquiry, gone ? Task.NONE : state).fetching(Phase.IDLE, 0);
    }

    private static ModelState with(ModelState modelState, int enquiry, Task state) {
        return modelState.with(enquiry, old -> old.with(old.items().with(state)));
    }
}
