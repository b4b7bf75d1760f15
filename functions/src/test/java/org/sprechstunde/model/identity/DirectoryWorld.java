package org.sprechstunde.model.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything there is at one moment.
 *
 * @param acknowledged witness: letters that were answered 200
 * @param followed witness: marks of changes, each as often as it was followed
 * @param endings how many enquiries may still expire or be resolved
 */
record DirectoryWorld(
        DirectoryTable table, List<Call> calls, Set<Integer> acknowledged, List<Integer> followed, int endings) {

    enum Phase {
        DUE,
        READ,
        STORED,
        ENDED
    }

    /**
     * How far a function has come with a request.
     *
     * @param read the table as it knows it, while it writes
     * @param owed witness: letters that had been acknowledged when it began, if they are wished away
     */
    record Call(Phase phase, Optional<DirectoryTable> read, Set<Integer> owed) {
        private static final Call DUE = new Call(Phase.DUE, Optional.empty(), Set.of());

        Call to(Phase next) {
            return new Call(next, Optional.empty(), owed);
        }

        Call reading(DirectoryTable table) {
            return new Call(Phase.READ, Optional.of(table), owed);
        }

        Call owing(Set<Integer> letters) {
            return new Call(phase, read, letters);
        }
    }

    static DirectoryWorld first(DirectoryTable table, int requests, int endings) {
        List<Call> calls = new ArrayList<>();
        for (int number = 0; number < requests; number++) {
            calls.add(Call.DUE);
        }
        Set<Integer> acknowledged = new TreeSet<>();
        table.enquiries().forEach(enquiry -> acknowledged.addAll(enquiry.letters()));
        return new DirectoryWorld(table, List.copyOf(calls), Set.copyOf(acknowledged), List.of(), endings);
    }

    DirectoryWorld with(int number, Call call) {
        List<Call> changed = new ArrayList<>(calls);
        changed.set(number, call);
        return new DirectoryWorld(table, List.copyOf(changed), acknowledged, followed, endings);
    }

    DirectoryWorld with(DirectoryTable written) {
        return new DirectoryWorld(written, calls, acknowledged, followed, endings);
    }

    DirectoryWorld acknowledged(int letter) {
        Set<Integer> more = new TreeSet<>(acknowledged);
        more.add(letter);
        return new DirectoryWorld(table, calls, Set.copyOf(more), followed, endings);
    }

    DirectoryWorld followed(int mark) {
        List<Integer> more = new ArrayList<>(followed);
        more.add(mark);
        return new DirectoryWorld(table, calls, acknowledged, List.copyOf(more), endings);
    }

    DirectoryWorld afterAnEnding() {
        return new DirectoryWorld(table, calls, acknowledged, followed, endings - 1);
    }
}
