package org.sprechstunde.enquiry;

/** Where a citizen's file is: still at WhatsApp, in the bucket, or nowhere. */
public enum MediaState {
    WAITING,
    STORED,
    LOST
}
