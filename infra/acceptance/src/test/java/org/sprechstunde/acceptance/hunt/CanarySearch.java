package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.sprechstunde.acceptance.hunt.Patterns.Meaning;
import org.sprechstunde.acceptance.hunt.Place.Chunk;

/** Looks for every form of every canary in every byte of every place, and inside what is packed there. */
final class CanarySearch {
    private final Collection<Canary> canaries;
    private final Patterns patterns;

    /** A leak; nothing of what leaked is in it. */
    record Finding(String place, String where, String canary, Encoding form) {}

    /** What was looked through. */
    record Searched(String place, long chunks, long bytes, long unpacked) {}

    /** What was looked through, and what was found there. */
    record Report(int canaries, int forms, int patterns, List<Searched> searched, List<Finding> findings) {}

    CanarySearch(Collection<Canary> canaries) {
        this.canaries = canaries;
        this.patterns = new Patterns(canaries);
    }

    Report in(List<Place> places) {
        List<Searched> searched = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Place place : places) {
            searched.add(search(place, findings));
        }
        return new Report(canaries.size(), Encoding.values().length, patterns.count(), searched, findings);
    }

    private Searched search(Place place, List<Finding> findings) {
        long count = 0;
        long bytes = 0;
        long unpacked = 0;
        try (Stream<Chunk> chunks = place.chunks().get()) {
            for (Chunk chunk : (Iterable<Chunk>) chunks::iterator) {
                count++;
                bytes += chunk.bytes().length;
                findings.addAll(findings(place, chunk));
                for (byte[] inside : Unpacked.from(chunk.bytes()).toList()) {
                    unpacked++;
                    findings.addAll(findings(place, new Chunk("packed inside " + chunk.where(), inside)));
                }
            }
        }
        return new Searched(place.name(), count, bytes, unpacked);
    }

    private List<Finding> findings(Place place, Chunk chunk) {
        List<Finding> found = new ArrayList<>();
        for (Meaning meaning : patterns.in(chunk.bytes())) {
            found.add(new Finding(place.name(), harmless(chunk.where()), meaning.canary(), meaning.form()));
        }
        return found;
    }

    /** What names the place must not repeat the leak in a build's log. */
    private String harmless(String where) {
        return patterns.in(where.getBytes(UTF_8)).isEmpty() ? where : "(its name is a leak itself)";
    }
}
