package org.sprechstunde.model;

import java.util.List;

/** Who acts: from each world to those that it may make of it, one step at a time. */
sealed interface Actor permits ModelWebhook, ModelMayor, MediaWorker, ForgetWorker, ExpirySweep, Nature {

    void steps(ModelState modelState, Steps steps);

    /** Everybody, with the one mistake. */
    static List<Actor> all(ModelMutation mutation) {
        return List.of(
                new ModelWebhook(mutation),
                new ModelMayor(mutation),
                new MediaWorker(mutation),
                new ForgetWorker(mutation),
                new ExpirySweep(mutation),
                new Nature(mutation));
    }
}
