package org.sprechstunde.model.forgetting;

import org.sprechstunde.model.forgetting.ModelState.Citizen;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/** {@code sweep.Expiry}: what the index names and the table calls expired loses its key. */
record ExpirySweep(ModelMutation mutation) implements Actor<ModelState> {

    @Override
    public void steps(ModelState modelState, Steps<ModelState> steps) {
        Citizen citizen = modelState.citizen();
        if (modelState.expiring() != 0) {
            steps.certain("the sweep tries to destroy the expired key", destroyed(modelState));
        } else if (modelState.index() != 0 && citizen.enquiry() != 0 && citizen.expired()) {
            steps.certain("the sweep finds the expired enquiry", modelState.expiring(citizen.enquiry()));
        }
    }

    private ModelState destroyed(ModelState modelState) {
        int enquiry = modelState.expiring();
        boolean holds = (modelState.citizen().enquiry() == enquiry
                        && modelState.citizen().expired())
                || mutation == ModelMutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_EXPIRING;
        ModelState after =
                holds ? modelState.with(Citizen.NONE).with(enquiry, old -> old.withoutKey(Pass.FRESH)) : modelState;
        return after.expiring(0);
    }
}
