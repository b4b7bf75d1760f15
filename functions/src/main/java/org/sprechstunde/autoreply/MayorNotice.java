package org.sprechstunde.autoreply;

/** What the mayor is told by e-mail; the words of each stand in the texts under its name. */
public enum MayorNotice {
    NEW_ENQUIRY("new-enquiry"),
    /** WhatsApp's window closes soon on somebody who still waits. */
    REMINDER("reminder");

    private final String word;

    MayorNotice(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
