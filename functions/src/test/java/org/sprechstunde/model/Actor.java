package org.sprechstunde.model;

import java.util.List;

/** Who acts: from each world to those that it may make of it, one step at a time. */
sealed interface Actor permits Webhook, Mayor, MediaWorker, ForgetWorker, ExpirySweep, Nature {

    void steps(World world, Steps steps);

    /** Everybody, with the one mistake. */
    static List<Actor> all(Mutation mutation) {
        return List.of(
                new Webhook(mutation),
                new Mayor(mutation),
                new MediaWorker(mutation),
                new ForgetWorker(mutation),
                new ExpirySweep(mutation),
                new Nature(mutation));
    }
}
