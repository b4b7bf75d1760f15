package org.sprechstunde.model.identity;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sprechstunde.model.identity.DirectoryChange.Known;
import org.sprechstunde.model.identity.DirectoryScenario.Change;
import org.sprechstunde.model.identity.DirectoryScenario.Letter;
import org.sprechstunde.model.identity.DirectoryScenario.Wish;
import org.sprechstunde.model.identity.DirectoryWorld.Call;
import org.sprechstunde.model.identity.DirectoryWorld.Phase;
import org.sprechstunde.model.identity.ToldCitizen.CitizenId;
import org.sprechstunde.model.search.Actor;
import org.sprechstunde.model.search.Steps;

/**
 * {@code identity.CitizenEnquiries} and who asks it: reads, brings the directory in step in a transaction of its own, then
 * stores a letter, or erases one enquiry after another. If anything has changed since, it reads again.
 */
record DirectoryCalls(DirectoryScenario scenario, DirectoryMutation mutation) implements Actor<DirectoryWorld> {

    @Override
    public void steps(DirectoryWorld world, Steps<DirectoryWorld> steps) {
        for (int number = 0; number < world.calls().size(); number++) {
            String name = "request " + number + " ";
            switch (world.calls().get(number).phase()) {
                case DUE -> steps.certain(name + "reads", reads(world, number));
                case READ -> steps.certain(name + "tries to write", tries(world, number, read(world, number)));
                case STORED -> {
                    Letter letter = (Letter) scenario.requests().get(number);
                    steps.certain(
                            name + "is acknowledged", to(world.acknowledged(letter.number()), number, Phase.ENDED));
                }
                case ENDED -> {}
            }
        }
    }

    private DirectoryWorld reads(DirectoryWorld world, int number) {
        Call call = world.calls().get(number);
        boolean owes =
                scenario.requests().get(number) instanceof Wish && call.owed().isEmpty();
        return world.with(number, (owes ? call.owing(world.acknowledged()) : call).reading(world.table()));
    }

    private static DirectoryTable read(DirectoryWorld world, int number) {
        return world.calls().get(number).read().orElseThrow();
    }

    private static DirectoryWorld to(DirectoryWorld world, int number, Phase phase) {
        return world.with(number, world.calls().get(number).to(phase));
    }

    private DirectoryWorld tries(DirectoryWorld world, int number, DirectoryTable read) {
        return switch (scenario.requests().get(number)) {
            case Letter letter ->
                inStep(world, number, read, letter.by()).orElseGet(() -> stores(world, number, read, letter));
            case Wish wish -> inStep(world, number, read, wish.by()).orElseGet(() -> erases(world, number, read, wish));
            case Change change -> follows(world, number, read, change);
        };
    }

    private static Known known(DirectoryTable table, ToldCitizen told) {
        return Known.read(table, told.ids(), was -> was.updatedBy(told));
    }

    /** The transaction that brings the directory in step, if it is not. */
    private Optional<DirectoryWorld> inStep(DirectoryWorld world, int number, DirectoryTable read, ToldCitizen told) {
        Known known = known(read, told);
        if (known.standing().isEmpty()) {
            return Optional.empty();
        }
        DirectoryChange change = new DirectoryChange(read, mutation);
        change.bringInStep(known, told, Optional.empty());
        return change.wanted().equals(read) ? Optional.empty() : Optional.of(commit(world, number, change, Phase.READ));
    }

    /** What it knows from then on is what it has written; if it could not, it comes again. */
    private DirectoryWorld commit(DirectoryWorld world, int number, DirectoryChange change, Phase next) {
        DirectoryTable wanted = change.wanted();
        Call call = world.calls().get(number);
        return world.table()
                .commit(read(world, number), wanted, mutation)
                .map(table -> world.with(table).with(number, next == Phase.READ ? call.reading(wanted) : call.to(next)))
                .orElseGet(() -> to(world, number, Phase.DUE));
    }

    private DirectoryWorld stores(DirectoryWorld world, int number, DirectoryTable read, Letter letter) {
        boolean marked = mutation != DirectoryMutation.NO_SEEN_MARK;
        if (marked && world.table().marks().contains(letter.number())) {
            return to(world, number, Phase.STORED);
        }
        Known known = known(read, letter.by());
        DirectoryChange change = new DirectoryChange(read, mutation);
        if (known.standing().isEmpty()) {
            change.open(scenario.before().size() + number, letter.by(), letter.number());
        } else {
            change.append(known.first(), letter.number());
        }
        if (marked) {
            change.mark(letter.number());
        }
        return commit(world, number, change, Phase.STORED);
    }

    /** The oldest first: each is found only by the one after it. */
    private DirectoryWorld erases(DirectoryWorld world, int number, DirectoryTable read, Wish wish) {
        Known known = known(read, wish.by());
        if (known.standing().isEmpty()) {
            return to(world, number, Phase.ENDED);
        }
        List<Integer> chain = read.withEarlier(known.first());
        int oldest = mutation == DirectoryMutation.ONLY_THE_NEWEST_ERASED ? known.first() : chain.getLast();
        DirectoryChange change = new DirectoryChange(read, mutation);
        change.erase(oldest, false);
        return commit(world, number, change, oldest == known.first() ? Phase.ENDED : Phase.READ);
    }

    private DirectoryWorld follows(DirectoryWorld world, int number, DirectoryTable read, Change change) {
        boolean marked = mutation != DirectoryMutation.NO_MARK_OF_A_CHANGE;
        if (marked && world.table().marks().contains(change.number())) {
            return to(world, number, Phase.ENDED);
        }
        List<CitizenId> ids = Stream.concat(change.by().ids().stream(), change.former().ids().stream())
                .distinct()
                .toList();
        UnaryOperator<ToldCitizen> becomes =
                was -> was.shares(change.former()) ? was.movedTo(change.by()) : was.updatedBy(change.by());
        Known known = Known.read(read, ids, becomes);
        DirectoryChange wanted = new DirectoryChange(read, mutation);
        if (marked) {
            wanted.mark(change.number());
        }
        if (!known.standing().isEmpty()) {
            wanted.bringInStep(known, change.by(), Optional.of(change.former()));
        }
        DirectoryWorld after = commit(world, number, wanted, Phase.ENDED);
        return after.calls().get(number).phase() == Phase.ENDED ? after.followed(change.number()) : after;
    }
}
