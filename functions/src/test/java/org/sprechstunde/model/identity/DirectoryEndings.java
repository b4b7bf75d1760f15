package org.sprechstunde.model.identity;

import org.sprechstunde.model.identity.DirectoryTable.FiledEnquiry;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/**
 * An enquiry expires, or the mayor resolves it, which is refused while one before it stands. One step each: what has
 * changed since it was read is as if it had not been tried.
 */
record DirectoryEndings(DirectoryMutation mutation) implements Actor<DirectoryWorld> {

    @Override
    public void steps(DirectoryWorld world, Steps<DirectoryWorld> steps) {
        if (world.endings() == 0) {
            return;
        }
        DirectoryTable table = world.table();
        for (int number = 0; number < table.enquiries().size(); number++) {
            FiledEnquiry enquiry = table.enquiry(number);
            boolean isLast = table.withEarlier(number).size() == 1;
            // Longer chains are the simulation's.
            if (enquiry.stands() && (enquiry.place().isPresent() || isLast)) {
                DirectoryChange change = new DirectoryChange(table, mutation);
                change.erase(number, true);
                steps.perhaps(
                        "enquiry " + number + " ends",
                        world.with(change.wanted()).afterAnEnding());
            }
        }
    }
}
