package org.sprechstunde.enquiry;

/** What came of asking WhatsApp for something that is not essential. */
public enum Courtesy {
    DONE,
    FAILED,
    SKIPPED
}
