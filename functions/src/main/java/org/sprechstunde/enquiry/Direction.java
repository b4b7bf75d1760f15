package org.sprechstunde.enquiry;

/** In: from the citizen. Out: from the mayor. */
public enum Direction {
    IN,
    OUT
}
