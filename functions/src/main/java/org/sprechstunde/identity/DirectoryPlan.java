package org.sprechstunde.identity;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.CitizenDirectory.Lookup;
import org.sprechstunde.store.DirectoryEntry;
import org.sprechstunde.store.DirectoryEntry.Alias;
import org.sprechstunde.store.DirectoryEntry.Occupied;
import org.sprechstunde.store.DirectoryEntry.Vacant;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryItem;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.PointerUpdates;
import org.sprechstunde.store.Transaction;

/**
 * What the directory of citizens is to say instead, once more is known of one: entry by entry, as it is and as it shall
 * be. Each enquiry is found by exactly the ids of its identity, so an id that has become another's leads only there.
 */
final class DirectoryPlan {
    private final CitizenHashes hashes;
    private final Enquiries enquiries;
    private final SecureRandom random;
    private final Lookup lookup;
    private final Map<String, DirectoryEntry> before = new LinkedHashMap<>();
    private final Map<String, DirectoryEntry> after = new LinkedHashMap<>();

    DirectoryPlan(CitizenHashes hashes, Enquiries enquiries, SecureRandom random, Lookup lookup) {
        this.hashes = hashes;
        this.enquiries = enquiries;
        this.random = random;
        this.lookup = lookup;
    }

    /** {@code other} is another person's, who loses the ids that are {@code mine} now. */
    void separate(Enquiry other, Identity mine) {
        release(other);
        Identity rest = other.identity().without(Set.copyOf(mine.ids()));
        found(other, rest, other.place().earlier());
    }

    /**
     * {@code enquiry} takes what the citizen writes; {@code linked} are the same person's, stand aside from now on, and go
     * when it goes.
     */
    Enquiry take(Enquiry enquiry, Identity identity, List<Enquiry> linked) {
        release(enquiry);
        linked.forEach(this::release);
        Optional<String> earlier = enquiry.place().earlier();
        for (Enquiry aside : enquiries.withEarlier(enquiry).stream().skip(1).toList()) {
            stays(aside, identity, aside.place().earlier());
        }
        for (Enquiry other : linked) {
            earlier = Optional.of(aside(other, identity, earlier));
        }
        return found(enquiry, identity, earlier);
    }

    /** All that leads to it now is free, unless it is said anew who has it. */
    private void release(Enquiry enquiry) {
        before.put(enquiry.citizen(), new Occupied(enquiry));
        after.put(enquiry.citizen(), new Vacant());
        for (String alias : enquiry.place().aliases()) {
            before.put(alias, new Alias(enquiry.citizen()));
            after.put(alias, new Vacant());
        }
    }

    /** It stays where it is as long as that is the place of one of its ids. */
    private Enquiry found(Enquiry enquiry, Identity identity, Optional<String> earlier) {
        List<String> ids = hashes.of(identity);
        String place = ids.contains(enquiry.citizen()) ? enquiry.citizen() : ids.getFirst();
        Set<String> aliases = new HashSet<>(ids);
        aliases.remove(place);
        Enquiry moved = enquiry.moved(new EnquiryPlace(place, aliases, earlier), identity);
        after.put(place, new Occupied(moved));
        aliases.forEach(alias -> after.put(alias, new Alias(place)));
        return moved;
    }

    /** With those before it, and {@code rest} before them; returns where it stands. */
    private String aside(Enquiry other, Identity identity, Optional<String> rest) {
        List<Enquiry> chain = enquiries.withEarlier(other);
        for (Enquiry aside : chain.subList(1, chain.size())) {
            stays(aside, identity, aside.place().earlier().or(() -> rest));
        }
        String place = RandomId.next(random).value();
        Optional<String> earlier = other.place().earlier().or(() -> rest);
        after.put(place, new Occupied(other.moved(new EnquiryPlace(place, Set.of(), earlier), identity)));
        return place;
    }

    private void stays(Enquiry aside, Identity identity, Optional<String> earlier) {
        before.put(aside.citizen(), new Occupied(aside));
        after.put(
                aside.citizen(),
                new Occupied(aside.moved(new EnquiryPlace(aside.citizen(), Set.of(), earlier), identity)));
    }

    /** Whether the directory says all of it already. */
    boolean isInStep() {
        return after.entrySet().stream().allMatch(entry -> isInStep(entry.getKey(), entry.getValue()));
    }

    private boolean isInStep(String hmac, DirectoryEntry wanted) {
        DirectoryEntry was = was(hmac);
        if (was instanceof Occupied(Enquiry read) && wanted instanceof Occupied(Enquiry moved)) {
            return read.id().equals(moved.id()) && read.place().equals(moved.place());
        }
        return was.equals(wanted);
    }

    private DirectoryEntry was(String hmac) {
        return before.getOrDefault(hmac, lookup.at(hmac));
    }

    /** Everything that differs, each entry on condition that it is as it was read. */
    void write(Transaction transaction) {
        after.forEach((hmac, wanted) -> write(transaction, hmac, wanted));
    }

    private void write(Transaction transaction, String hmac, DirectoryEntry wanted) {
        DirectoryEntry was = was(hmac);
        if (was instanceof Occupied(Enquiry read)) {
            // Else its key would go unasked.
            placeIn(after, read);
        }
        switch (wanted) {
            case Vacant _ -> vacate(transaction, hmac, was);
            case Alias alias -> {
                if (!was.equals(alias)) {
                    transaction.replace(was, EnquiryItem.alias(hmac, at(alias.place())));
                }
            }
            case Occupied(Enquiry moved) -> {
                if (was instanceof Occupied(Enquiry read) && read.id().equals(moved.id())) {
                    transaction.update(EnquiryUpdates.resealed(moved, random));
                } else {
                    transaction.replace(was, EnquiryItem.write(moved.revised(), random));
                    transaction.update(PointerUpdates.moved(moved, placeIn(before, moved)));
                }
            }
        }
    }

    private static void vacate(Transaction transaction, String hmac, DirectoryEntry was) {
        switch (was) {
            case Vacant _ -> {}
            case Alias(String place) -> transaction.deleteAlias(hmac, place);
            case Occupied(Enquiry read) -> transaction.deleteUnchanged(read);
        }
    }

    private Enquiry at(String place) {
        if (after.get(place) instanceof Occupied(Enquiry enquiry)) {
            return enquiry;
        }
        throw new IllegalStateException("an alias leads to an enquiry");
    }

    private static String placeIn(Map<String, DirectoryEntry> entries, Enquiry enquiry) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Occupied(Enquiry standing)
                        && standing.id().equals(enquiry.id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an enquiry is not in the plan"));
    }
}
