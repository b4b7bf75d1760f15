package org.sprechstunde.model.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.sprechstunde.model.identity.DirectoryTable.Entry;
import org.sprechstunde.model.identity.DirectoryTable.FiledEnquiry;
import org.sprechstunde.model.identity.ToldCitizen.CitizenId;

/** {@code identity.DirectoryPlan}, and what else a transaction writes: how the table was read, and how it shall be. */
final class DirectoryChange {
    private final DirectoryTable read;
    private final DirectoryMutation mutation;
    private final List<Entry> entries;
    private final List<FiledEnquiry> enquiries;
    private final Set<Integer> marks;

    DirectoryChange(DirectoryTable read, DirectoryMutation mutation) {
        this.read = read;
        this.mutation = mutation;
        this.entries = new ArrayList<>(read.entries());
        this.enquiries = new ArrayList<>(read.enquiries());
        this.marks = new TreeSet<>(read.marks());
    }

    DirectoryTable wanted() {
        return new DirectoryTable(List.copyOf(entries), List.copyOf(enquiries), Set.copyOf(marks));
    }

    /** {@code identity.KnownCitizen}: the enquiries of one person, the first by their most certain id, and who they are. */
    record Known(List<Integer> standing, ToldCitizen person) {
        static Known read(DirectoryTable table, List<CitizenId> ids, UnaryOperator<ToldCitizen> becomes) {
            List<Integer> standing = table.found(ids);
            if (standing.isEmpty()) {
                return new Known(standing, new ToldCitizen(Optional.empty(), Optional.empty()));
            }
            FiledEnquiry first = table.enquiry(standing.getFirst());
            ToldCitizen person = becomes.apply(first.known());
            Set<CitizenId> all = new LinkedHashSet<>(person.ids());
            all.addAll(ids);
            return all.stream().allMatch(id -> ids.contains(id) || first.isFoundBy(id))
                    ? new Known(standing, person)
                    : read(table, List.copyOf(all), becomes);
        }

        int first() {
            return standing.getFirst();
        }
    }

    /** The first takes what is written; the others are linked, or another person's if their user id is. */
    void bringInStep(Known known, ToldCitizen now, Optional<ToldCitizen> former) {
        FiledEnquiry first = read.enquiry(known.first());
        List<Integer> linked = new ArrayList<>();
        for (int other : known.standing().subList(1, known.standing().size())) {
            ToldCitizen its = read.enquiry(other).known();
            boolean isAnother = its.hasOtherUserIdThan(now)
                    && first.known().userId().equals(now.userId())
                    && former.stream().noneMatch(its::shares)
                    && mutation != DirectoryMutation.JOINED_BY_NUMBER;
            if (isAnother) {
                release(other);
                place(
                        other,
                        its.without(known.person().ids()),
                        read.enquiry(other).earlier());
            } else {
                linked.add(other);
            }
        }
        take(known, linked);
    }

    private void take(Known known, List<Integer> linked) {
        int first = known.first();
        release(first);
        linked.forEach(this::release);
        Optional<Integer> earlier = read.enquiry(first).earlier();
        for (int other : linked) {
            Optional<Integer> rest = read.enquiry(other).earlier().isPresent()
                    ? read.enquiry(other).earlier()
                    : earlier;
            enquiries.set(other, read.enquiry(other).at(known.person(), Optional.empty(), rest));
            earlier = mutation == DirectoryMutation.NOT_LINKED ? earlier : Optional.of(other);
        }
        place(first, known.person(), earlier);
    }

    private void release(int number) {
        FiledEnquiry enquiry = read.enquiry(number);
        enquiry.place().ifPresent(id -> enter(id, new Entry.Vacant()));
        enquiry.aliases().forEach(id -> enter(id, new Entry.Vacant()));
    }

    private void place(int number, ToldCitizen citizen, Optional<Integer> earlier) {
        List<CitizenId> ids = citizen.ids();
        CitizenId place = read.enquiry(number).place().filter(ids::contains).orElse(ids.getFirst());
        put(number, read.enquiry(number).at(citizen, Optional.of(place), earlier));
    }

    private void put(int number, FiledEnquiry enquiry) {
        CitizenId place = enquiry.place().orElseThrow();
        enquiries.set(number, enquiry);
        enter(place, new Entry.Holds(number));
        enquiry.aliases().stream()
                .filter(_ -> mutation != DirectoryMutation.NO_ALIASES)
                .forEach(id -> enter(id, new Entry.Alias(place)));
    }

    private void enter(CitizenId id, Entry entry) {
        entries.set(id.place, entry);
    }

    void open(int number, ToldCitizen by, int letter) {
        put(
                number,
                read.enquiry(number)
                        .at(by, Optional.of(by.ids().getFirst()), Optional.empty())
                        .with(letter));
    }

    void append(int number, int letter) {
        enquiries.set(number, read.enquiry(number).with(letter));
    }

    void mark(int what) {
        marks.add(what);
    }

    /** {@code erasure.KeyDestruction}; the one before it takes its place where only it leads there. */
    void erase(int number, boolean hasHeir) {
        FiledEnquiry enquiry = read.enquiry(number);
        List<Integer> chain = read.withEarlier(number);
        enquiries.set(number, enquiry.erased());
        if (hasHeir && chain.size() > 1 && mutation != DirectoryMutation.NO_HEIR) {
            FiledEnquiry heir = read.enquiry(chain.get(1));
            put(
                    chain.get(1),
                    new FiledEnquiry(
                            heir.state(),
                            heir.known(),
                            enquiry.place(),
                            enquiry.aliases(),
                            heir.earlier(),
                            heir.letters()));
        } else {
            release(number);
        }
    }
}
