package org.sprechstunde.acceptance.simulation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sprechstunde.acceptance.simulation.Webhooks.Letter;

/** What people have done and been told in one schedule; the promises are held against it. */
final class History {
    /** Letters by their text, in the order of writing. */
    final Map<String, Letter> letters = new LinkedHashMap<>();

    /** Texts of letters that were answered 200. */
    final Set<String> acknowledged = new HashSet<>();

    /** Enquiries that the mayor wanted to resolve, with the texts that the mayor had seen then. */
    final Map<String, Set<String>> resolves = new LinkedHashMap<>();

    /** Enquiries whose resolve was answered 200. */
    final Set<String> resolved = new HashSet<>();

    /** The time limit of retention has passed. */
    boolean expired;

    /** Promises that were broken, in words. */
    final Set<String> broken = new TreeSet<>();

    /** Whether the citizen's enquiry stands: a message was taken, and nobody has begun to end it. */
    boolean mustBeOpen() {
        return !acknowledged.isEmpty() && resolves.isEmpty() && !expired;
    }
}
