package org.sprechstunde.model.forgetting;

import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.model.forgetting.ModelEnquiry.Forget;
import org.sprechstunde.model.forgetting.ModelEnquiry.Task;
import org.sprechstunde.model.forgetting.ModelEnquiry.Who;
import org.sprechstunde.model.forgetting.ModelState.Citizen;
import org.sprechstunde.model.forgetting.ModelState.Click;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/** {@code resolve.Resolver}: the mayor resolves, perhaps with a double click. */
record ModelMayor(ModelMutation mutation, List<Phase> plan) implements Actor<ModelState> {
    ModelMayor(ModelMutation mutation) {
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
    private static List<Phase> plan(ModelMutation mutation) {
        List<Phase> plan = new ArrayList<>(
                List.of(Phase.KEY, Phase.GOODBYE, Phase.OBJECTS, Phase.ITEMS, Phase.LOOK, Phase.MARK, Phase.ENDED));
        if (mutation == ModelMutation.OBJECTS_BEFORE_THE_KEY) {
            plan.remove(Phase.OBJECTS);
            plan.addFirst(Phase.OBJECTS);
        } else if (mutation == ModelMutation.GOODBYE_BEFORE_THE_KEY) {
            plan.remove(Phase.GOODBYE);
            plan.addFirst(Phase.GOODBYE);
        } else if (mutation == ModelMutation.RECEIPT_WITHOUT_A_SECOND_LOOK) {
            plan.remove(Phase.LOOK);
        }
        return List.copyOf(plan);
    }

    private Phase after(Phase phase) {
        return plan.get(plan.indexOf(phase) + 1);
    }

    @Override
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        for (int number = 0; number < modelState.clicks().size(); number++) {
            Click click = modelState.clicks().get(number);
            switch (click.phase()) {
                case BEFORE -> clicks(modelState, number, steps);
                case ENDED -> {}
                default -> {
                    resolves(modelState, number, steps);
                    modelState.death(steps, WHO.get(number) + ": resolve dies", to(modelState, number, Phase.ENDED));
                }
            }
        }
    }

    private static void clicks(ModelState modelState, int number, Steps<ModelState> steps) {
        int shown = modelState.citizen().enquiry();
        boolean first = number == 0 || modelState.clicks().get(number - 1).phase() != Phase.BEFORE;
        if (first && shown != 0 && modelState.finds(shown)) {
            var click = new Click(Phase.FIND, shown, modelState.citizen().inbound());
            steps.perhaps(WHO.get(number) + " on resolve, enquiry " + shown, modelState.with(number, click));
        }
    }

    private void resolves(ModelState modelState, int number, Steps<ModelState> steps) {
        Click click = modelState.clicks().get(number);
        int enquiry = click.enquiry();
        String who = WHO.get(number) + ": resolve ";
        switch (click.phase()) {
            case FIND -> steps.certain(who + "reads the enquiry", to(modelState, number, found(modelState, click)));
            case KEY -> steps.certain(who + "tries to destroy the key", keyDestroyed(modelState, number));
            case GOODBYE ->
                steps.certain(
                        who + "tells the citizen",
                        to(modelState.with(enquiry, ModelEnquiry::withGoodbye), number, after(Phase.GOODBYE)));
            case OBJECTS ->
                steps.certain(
                        who + "deletes objects", to(Pass.objects(modelState, enquiry), number, after(Phase.OBJECTS)));
            case ITEMS -> {
                steps.certain(who + "deletes items", to(Pass.items(modelState, enquiry), number, after(Phase.ITEMS)));
                Phase next = mutation == ModelMutation.UNPROCESSED_ITEMS_IGNORED ? after(Phase.ITEMS) : Phase.ITEMS;
                ModelState some = Pass.someItems(modelState, enquiry);
                if (!some.equals(modelState)) {
                    steps.perhaps(who + "deletes items, some are left unprocessed", to(some, number, next));
                }
            }
            case LOOK ->
                steps.certain(
                        who + "looks again",
                        to(
                                modelState,
                                number,
                                modelState.enquiry(enquiry).looksEmpty() ? after(Phase.LOOK) : Phase.ENDED));
            case MARK ->
                steps.certain(
                        who + "answers with the receipt: erased",
                        receipt(Pass.marked(modelState, enquiry, mutation), number));
            case ALREADY -> steps.certain(who + "finds the enquiry resolved already", already(modelState, number));
            case BEFORE, ENDED -> {}
        }
    }

    private Phase found(ModelState modelState, Click click) {
        if (!modelState.finds(click.enquiry())) {
            return Phase.ALREADY;
        }
        return unread(modelState, click) ? Phase.ENDED : plan.getFirst();
    }

    private boolean unread(ModelState modelState, Click click) {
        return modelState.citizen().inbound() > click.inbound() && mutation != ModelMutation.MESSAGES_ERASED_UNREAD;
    }

    /** The commit point. */
    private ModelState keyDestroyed(ModelState modelState, int number) {
        Click click = modelState.clicks().get(number);
        boolean same = modelState.citizen().enquiry() == click.enquiry()
                || mutation == ModelMutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_RESOLVING;
        if (!same || unread(modelState, click)) {
            return to(modelState, number, Phase.FIND);
        }
        Forget task = mutation == ModelMutation.NO_FORGET_TASK
                ? Forget.NONE
                : new Forget(Task.CLAIMED, WHO.get(number), false);
        ModelState after = modelState
                .withUnread(Math.max(0, modelState.citizen().inbound() - click.inbound()))
                .with(Citizen.NONE)
                .with(click.enquiry(), enquiry -> enquiry.withoutKey(task));
        return to(after, number, after(Phase.KEY));
    }

    private ModelState already(ModelState modelState, int number) {
        Forget task =
                modelState.enquiry(modelState.clicks().get(number).enquiry()).forget();
        if (task.erased()) {
            return receipt(modelState, number);
        }
        Phase erase = plan.getFirst() == Phase.OBJECTS ? Phase.ITEMS : Phase.OBJECTS;
        return to(modelState, number, task.state() == Task.NONE ? Phase.ENDED : erase);
    }

    private static ModelState receipt(ModelState modelState, int number) {
        int enquiry = modelState.clicks().get(number).enquiry();
        return to(modelState.with(enquiry, ModelEnquiry::withReceipt), number, Phase.ENDED);
    }

    private static ModelState to(ModelState modelState, int number, Phase phase) {
        Click click = modelState.clicks().get(number);
        return modelState.with(
                number,
                phase == Phase.ENDED ? new Click(phase, 0, 0) : new Click(phase, click.enquiry(), click.inbound()));
    }
}
