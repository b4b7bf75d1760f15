package org.sprechstunde.enquiry;

import java.time.Instant;

/**
 * What people in the town hall write for each other on an enquiry; no citizen is ever sent it.
 *
 * @param by who wrote it last
 * @param version counts how often it was written
 */
public record Note(String text, Person by, Instant at, long version) {
    /** In code points: a remark, not a file. */
    public static final int LONGEST = 2000;
}
