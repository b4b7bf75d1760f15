package org.sprechstunde.acceptance.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Citizen;
import org.sprechstunde.acceptance.simulation.SignedWebhooks.Letter;

/** What people have done and been told in one schedule; the promises are held against it. */
final class History {
    /** Letters by their text, in the order of writing. */
    final Map<String, Letter> letters = new LinkedHashMap<>();

    /** Texts of letters that were answered 200. */
    final Set<String> acknowledged = new HashSet<>();

    /** What the citizen is known as by now. */
    Citizen citizen = SignedWebhooks.CITIZEN;

    /** Bodies besides letters that were not answered 200 yet. */
    final Set<String> owed = new LinkedHashSet<>();

    /** New words of letters, by their former text. */
    final Map<String, String> edits = new HashMap<>();

    /** Texts of letters that the citizen has taken back. */
    final Set<String> revoked = new HashSet<>();

    /** Enquiries that the citizen wanted erased. */
    final Set<String> wished = new HashSet<>();

    /** Enquiries that the mayor wanted to resolve, with the texts that the mayor had seen then. */
    final Map<String, Set<String>> resolves = new LinkedHashMap<>();

    /** Enquiries whose resolve, or whose citizen's wish, was answered 200. */
    final Set<String> resolved = new HashSet<>();

    /** The time limit of retention has passed. */
    boolean expired;

    /** Promises that were broken, in words. */
    final Set<String> broken = new TreeSet<>();

    /** By design an edit or revocation under the new identity is dropped if it comes before the notice of the change. */
    boolean hasMoved() {
        return !citizen.equals(SignedWebhooks.CITIZEN);
    }

    /** Whether the citizen's enquiry stands: a message was taken, and nobody has begun to end it. */
    boolean mustBeOpen() {
        return !acknowledged.isEmpty() && resolves.isEmpty() && wished.isEmpty() && !expired && !hasMoved();
    }
}
