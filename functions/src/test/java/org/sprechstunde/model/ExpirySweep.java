package org.sprechstunde.model;

import org.sprechstunde.model.World.Citizen;

/** {@code sweep.Expiry}: what the index names and the table calls expired loses its key. */
record ExpirySweep(Mutation mutation) implements Actor {

    @Override
    public void steps(World world, Steps steps) {
        Citizen citizen = world.citizen();
        if (world.expiring() != 0) {
            steps.certain("the sweep tries to destroy the expired key", destroyed(world));
        } else if (world.index() != 0 && citizen.enquiry() != 0 && citizen.expired()) {
            steps.certain("the sweep finds the expired enquiry", world.expiring(citizen.enquiry()));
        }
    }

    private World destroyed(World world) {
        int enquiry = world.expiring();
        boolean holds = (world.citizen().enquiry() == enquiry && world.citizen().expired())
                || mutation == Mutation.NO_CONDITION_ON_THE_ENQUIRY_WHEN_EXPIRING;
        World after = holds ? world.with(Citizen.NONE).with(enquiry, old -> old.withoutKey(Pass.FRESH)) : world;
        return after.expiring(0);
    }
}
