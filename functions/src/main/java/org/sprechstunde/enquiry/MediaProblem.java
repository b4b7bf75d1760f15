package org.sprechstunde.enquiry;

/** Why a file was lost: WhatsApp has it no more, its bytes are not those announced, or too large. */
public enum MediaProblem {
    GONE,
    HASH,
    TOO_LARGE
}
