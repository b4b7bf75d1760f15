package org.sprechstunde.model.identity;

/** A mistake in who is found by which id. Each must be found, or the model is too weak to prove anything. */
enum DirectoryMutation {
    NONE(""),
    NO_ALIASES("every enquiry is found"),
    NO_CONDITION_ON_THE_ENTRIES("every enquiry is found"),
    NO_SEEN_MARK("no letter is stored twice"),
    NOT_LINKED("every enquiry is found"),
    JOINED_BY_NUMBER("a wish erases the wisher's own only"),
    NO_HEIR("every enquiry is found"),
    NO_MARK_OF_A_CHANGE("a change is followed once"),
    ONLY_THE_NEWEST_ERASED("whoever was told that all is erased has nothing left");

    private final String breaks;

    DirectoryMutation(String breaks) {
        this.breaks = breaks;
    }

    /** The promise that it breaks. */
    String breaks() {
        return breaks;
    }
}
