package org.sprechstunde.acceptance.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;

/** What people have done and been told in one schedule; the promises are held against it. */
final class History {
    final List<Resident> residents = new ArrayList<>();

    /** Letters by their text, in the order of writing. */
    final Map<String, Letter> letters = new LinkedHashMap<>();

    /** Who wrote them, by their text. */
    final Map<String, Resident> writers = new HashMap<>();

    /** When letters that were answered 200 were delivered, by their text. */
    final Map<String, Instant> acknowledged = new HashMap<>();

    /** Bodies besides letters that were not answered 200 yet, and since when. */
    final Map<String, Instant> owed = new LinkedHashMap<>();

    /** New words of letters, by their former text. */
    final Map<String, String> edits = new HashMap<>();

    /** Texts of letters that their writer has taken back. */
    final Set<String> revoked = new HashSet<>();

    /** What the mayor answered, by its text. */
    final Map<String, Answered> answers = new HashMap<>();

    /** Files that go with answers, by the answer's text. */
    final Map<String, byte[]> answerFiles = new HashMap<>();

    /** Enquiries that the mayor wanted to resolve, with the texts that the mayor had seen then. */
    final Map<String, Set<String>> resolves = new LinkedHashMap<>();

    /** Enquiries whose resolve, or whose citizen's wish, was answered 200. */
    final Set<String> resolved = new HashSet<>();

    /** Letters that had been acknowledged when their writer wished to erase and was told that all was erased. */
    final Set<String> erased = new HashSet<>();

    /** How much had been sent when the mayor read that an enquiry was erased. */
    final Map<String, Integer> sentBefore = new HashMap<>();

    /** Items have gone by DynamoDB's TTL, which leaves the rest to the reconciliation. */
    boolean timeToLive;

    /** The shortest retention that was ever set. */
    Retention retention = Retention.STANDARD;

    /** Promises that were broken, in words. */
    final Set<String> broken = new TreeSet<>();

    History(int people) {
        for (int number = 0; number < people; number++) {
            residents.add(new Resident(number));
        }
    }

    /** WhatsApp delivers again for a week, and then gives up. */
    static boolean isGivenUp(Instant since, Instant now) {
        return now.isAfter(since.plus(Duration.ofDays(7)));
    }

    /** To whom, to which enquiry, and what its writer had seen of it. */
    record Answered(Resident resident, String enquiry, Set<String> seen) {}

    /** How long the town keeps what nobody resolves. */
    enum Retention {
        STANDARD(30, 90),
        SHORT(7, 30);

        final int idleDays;
        final int maximumDays;

        Retention(int idleDays, int maximumDays) {
            this.idleDays = idleDays;
            this.maximumDays = maximumDays;
        }

        /** What comes later than this before the end belongs to another enquiry. */
        Duration leastTime() {
            return Duration.ofDays(Math.min(7, maximumDays / 10));
        }
    }

    /** Whether the resident's enquiry stands: a message was taken, and nobody has begun to end it. */
    boolean mustBeOpen(Resident resident) {
        return !resident.ended
                && !resident.hasMoved()
                && acknowledged.keySet().stream().map(writers::get).anyMatch(resident::equals);
    }

    Resident named(String name) {
        return residents.stream()
                .filter(resident -> resident.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
