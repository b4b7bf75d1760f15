package org.sprechstunde.model.forgetting;

import org.sprechstunde.model.forgetting.ModelEnquiry.Forget;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelEnquiry.Who;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/** {@code erasure.EraseEnquiryTask} as stream and sweep run it: erases at once, and once more when no upload can be left. */
record ForgetWorker(ModelMutation mutation) implements Actor<ModelState> {
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
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        int enquiry = modelState.forgetting().enquiry();
        switch (modelState.forgetting().phase()) {
            case IDLE -> begins(modelState, steps);
            case OBJECTS ->
                steps.certain("the forget task deletes objects", to(Pass.objects(modelState, enquiry), Phase.ITEMS));
            case ITEMS -> deletesItems(modelState, steps);
            case LOOK -> steps.certain("the forget task looks again", looked(modelState, Phase.MARK, Phase.LATER));
            case MARK -> steps.certain("the forget task notes that all is erased", marked(modelState));
            case LATER -> steps.certain("the forget task is postponed", ended(modelState, Task.DUE));
            case SECOND_LOOK ->
                steps.certain(
                        "the forget task looks, twenty minutes later", looked(modelState, Phase.REMOVE, Phase.OBJECTS));
            case REMOVE -> steps.certain("the forget task removes itself", ended(modelState, Task.NONE));
        }
        if (modelState.forgetting().phase() != Phase.IDLE) {
            modelState.death(steps, "the forget task's function dies", modelState.forgetting(Phase.IDLE, 0));
        }
    }

    private static void begins(ModelState modelState, Steps<ModelState> steps) {
        for (int number = 1; number <= modelState.enquiries().size(); number++) {
            ModelEnquiry enquiry = modelState.enquiry(number);
            if (enquiry.forget().state() == Task.DUE) {
                ModelState claimed = modelState
                        .with(number, old -> old.with(old.forget().with(Task.CLAIMED, Who.TASKS)))
                        .forgetting(enquiry.late() ? Phase.SECOND_LOOK : Phase.OBJECTS, number);
                steps.certain("the forget task of enquiry " + number + " is begun", claimed);
            }
        }
    }

    private void deletesItems(ModelState modelState, Steps<ModelState> steps) {
        int enquiry = modelState.forgetting().enquiry();
        steps.certain("the forget task deletes items", to(Pass.items(modelState, enquiry), Phase.LOOK));
        ModelState some = Pass.someItems(modelState, enquiry);
        if (!some.equals(modelState)) {
            Phase next = mutation == ModelMutation.UNPROCESSED_ITEMS_IGNORED ? Phase.LOOK : Phase.ITEMS;
            steps.perhaps("the forget task deletes items, some are left unprocessed", to(some, next));
        }
    }

    private static ModelState looked(ModelState modelState, Phase ifEmpty, Phase ifNot) {
        boolean empty = modelState.enquiry(modelState.forgetting().enquiry()).looksEmpty();
        return to(modelState, empty ? ifEmpty : ifNot);
    }

    private ModelState marked(ModelState modelState) {
        int enquiry = modelState.forgetting().enquiry();
        ModelState after = Pass.marked(modelState, enquiry, mutation);
        return modelState.enquiry(enquiry).late() ? to(after, Phase.LATER) : after.forgetting(Phase.IDLE, 0);
    }

    private static ModelState ended(ModelState modelState, Task state) {
        int enquiry = modelState.forgetting().enquiry();
        Forget task = modelState.enquiry(enquiry).forget();
        Forget after = state == Task.NONE || task.state() == Task.NONE ? Forget.NONE : task.with(state, Who.NOBODY);
        return modelState.with(enquiry, old -> old.with(after)).forgetting(Phase.IDLE, 0);
    }

    private static ModelState to(ModelState modelState, Phase phase) {
        return modelState.forgetting(phase, modelState.forgetting().enquiry());
    }
}
