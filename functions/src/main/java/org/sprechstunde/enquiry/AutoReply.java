package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the town says to citizens by itself; its word is the key in the texts, and switches it off. */
public enum AutoReply {
    /** A message speaks of danger: whom to call, at once. */
    EMERGENCY,
    /** Once per enquiry: what this is, where the privacy notice stands and what it is not for. */
    GREETING,
    /** A message came when nobody is in the town hall. */
    OUTSIDE_HOURS,
    /** WhatsApp's window closes soon, and nobody has answered yet: it is not forgotten. */
    WINDOW_CLOSES,
    /** A message came whose kind WhatsApp does not pass on. */
    UNREADABLE,
    /** A file did not come, most likely because of its size. */
    TOO_LARGE,
    /** A file did not come, and may come if it is sent once more. */
    FILE_AGAIN,
    /** A file was not fetched, for the citizen has sent many today. */
    TOO_MANY_FILES,
    /** The mayor has resolved, and everything is deleted. */
    FAREWELL,
    /** Everything is deleted at the citizen's own wish. */
    ERASED,
    /** Thanks for it are nice to read, and not stored. */
    THANKS,
    /** Messages of groups are not taken. */
    GROUP_DECLINED;

    /** Such as {@code outside-hours}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<AutoReply> of(String word) {
        return Arrays.stream(values()).filter(text -> text.word().equals(word)).findFirst();
    }
}
