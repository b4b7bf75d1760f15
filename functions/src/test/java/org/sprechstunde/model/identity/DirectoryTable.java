package org.sprechstunde.model.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sprechstunde.model.identity.ToldCitizen.CitizenId;

/**
 * What the table says: under each id the enquiry itself, or where it stands, or nothing. Enquiries are numbered; each
 * function that may open one has a number for it.
 *
 * @param marks of what has been taken, which is taken once
 */
record DirectoryTable(List<Entry> entries, List<FiledEnquiry> enquiries, Set<Integer> marks) {

    sealed interface Entry {
        record Vacant() implements Entry {}

        record Alias(CitizenId place) implements Entry {}

        record Holds(int enquiry) implements Entry {}
    }

    /**
     * An enquiry, with the letters that stand in it, or stood until it was erased.
     *
     * @param place empty for one that stands aside
     * @param earlier the number of the one before it
     */
    record FiledEnquiry(
            State state,
            ToldCitizen known,
            Optional<CitizenId> place,
            Set<CitizenId> aliases,
            Optional<Integer> earlier,
            Set<Integer> letters) {

        enum State {
            NOT_YET,
            STANDS,
            ERASED
        }

        private static final FiledEnquiry NOT_YET = new FiledEnquiry(
                State.NOT_YET,
                new ToldCitizen(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of());

        boolean stands() {
            return state == State.STANDS;
        }

        boolean isFoundBy(CitizenId id) {
            return place.filter(id::equals).isPresent() || aliases.contains(id);
        }

        FiledEnquiry at(ToldCitizen citizen, Optional<CitizenId> newPlace, Optional<Integer> before) {
            Set<CitizenId> others = new TreeSet<>(newPlace.isEmpty() ? List.of() : citizen.ids());
            newPlace.ifPresent(others::remove);
            return new FiledEnquiry(State.STANDS, citizen, newPlace, Set.copyOf(others), before, letters);
        }

        FiledEnquiry with(int letter) {
            Set<Integer> more = new TreeSet<>(letters);
            more.add(letter);
            return new FiledEnquiry(state, known, place, aliases, earlier, Set.copyOf(more));
        }

        FiledEnquiry erased() {
            return new FiledEnquiry(State.ERASED, known, Optional.empty(), Set.of(), Optional.empty(), letters);
        }
    }

    static DirectoryTable empty(int enquiries) {
        return new DirectoryTable(
                Stream.of(CitizenId.values())
                        .<Entry>map(_ -> new Entry.Vacant())
                        .toList(),
                IntStream.range(0, enquiries)
                        .mapToObj(_ -> FiledEnquiry.NOT_YET)
                        .toList(),
                Set.of());
    }

    Entry at(CitizenId id) {
        return entries.get(id.place);
    }

    FiledEnquiry enquiry(int number) {
        return enquiries.get(number);
    }

    /** {@code store.CitizenDirectory.Lookup}: the enquiries that these lead to, in their order. */
    List<Integer> found(List<CitizenId> ids) {
        return ids.stream().flatMap(id -> found(id).stream()).distinct().toList();
    }

    private Optional<Integer> found(CitizenId id) {
        return switch (at(id)) {
            case Entry.Vacant _ -> Optional.empty();
            case Entry.Holds(int number) -> Optional.of(number);
            case Entry.Alias(CitizenId place) ->
                at(place) instanceof Entry.Holds(int number)
                                && enquiry(number).aliases().contains(id)
                        ? Optional.of(number)
                        : Optional.empty();
        };
    }

    /** With those before it that still stand, newest first. */
    List<Integer> withEarlier(int number) {
        List<Integer> chain = new ArrayList<>(List.of(number));
        Optional<Integer> next = enquiry(number).earlier();
        while (next.isPresent() && enquiry(next.get()).stands()) {
            chain.add(next.get());
            next = enquiry(next.get()).earlier();
        }
        return chain;
    }

    /** What this has become when all that {@code wanted} has otherwise than {@code read} could be written; else empty. */
    Optional<DirectoryTable> commit(DirectoryTable read, DirectoryTable wanted, DirectoryMutation mutation) {
        boolean free = mutation == DirectoryMutation.NO_CONDITION_ON_THE_ENTRIES;
        if (!isUnchanged(read.enquiries, wanted.enquiries, enquiries)
                || !(free || isUnchanged(read.entries, wanted.entries, entries))
                || wanted.marks.stream().anyMatch(mark -> !read.marks.contains(mark) && marks.contains(mark))) {
            return Optional.empty();
        }
        Set<Integer> all = new TreeSet<>(marks);
        all.addAll(wanted.marks);
        return Optional.of(new DirectoryTable(
                written(read.entries, wanted.entries, entries),
                written(read.enquiries, wanted.enquiries, enquiries),
                Set.copyOf(all)));
    }

    private static <T> boolean isUnchanged(List<T> read, List<T> wanted, List<T> now) {
        return IntStream.range(0, now.size())
                .allMatch(at ->
                        read.get(at).equals(wanted.get(at)) || read.get(at).equals(now.get(at)));
    }

    private static <T> List<T> written(List<T> read, List<T> wanted, List<T> now) {
        return IntStream.range(0, now.size())
                .mapToObj(at -> read.get(at).equals(wanted.get(at)) ? now.get(at) : wanted.get(at))
                .toList();
    }
}
