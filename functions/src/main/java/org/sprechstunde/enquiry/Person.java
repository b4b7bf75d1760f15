package org.sprechstunde.enquiry;

/**
 * Somebody of the town hall who works on enquiries.
 *
 * @param id a keyed hash of the login, the same for all that one login does
 * @param name as colleagues read it; empty where nobody has told one
 */
public record Person(String id, String name) {
    /** The keyed hash's length; nothing else passes for one. */
    public static boolean isId(String text) {
        return text.matches("[0-9a-f]{16}");
    }

    public boolean is(Person other) {
        return id.equals(other.id);
    }
}
