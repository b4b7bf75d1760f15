package org.sprechstunde.enquiry;

/** What came of asking WhatsApp for something that is not essential. */
public enum BestEffort {
    DONE,
    FAILED,
    /** There was nothing to ask for. */
    SKIPPED,
    /** It may have been asked for; the function ended before the answer was written down. */
    UNKNOWN
}
