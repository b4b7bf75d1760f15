package org.sprechstunde.enquiry;

import java.util.Optional;
import org.sprechstunde.platform.Graphemes;

/**
 * What the list shows of an enquiry's last message.
 *
 * @param message the one shown; absent once it is revoked, and on what was stored before this was noted
 */
public record Preview(Message.Direction direction, String kind, Optional<String> text, Optional<MessageId> message) {
    private static final int CHARACTERS = 160;

    /** In place of a message that the citizen has taken back. */
    static final Preview REVOKED = new Preview(Message.Direction.IN, "revoked", Optional.empty(), Optional.empty());

    static Preview of(Message message) {
        MessageContent content = message.content();
        return new Preview(
                message.direction(),
                content.kind(),
                content.words().map(Preview::shortened),
                Optional.of(message.id()));
    }

    /** Whether this is of {@code other}; where that was not noted, whether it looks like it. */
    boolean shows(Message other) {
        Preview its = of(other);
        return message.isPresent()
                ? message.equals(its.message)
                : direction == its.direction && kind.equals(its.kind) && text.equals(its.text);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : Graphemes.beginning(text, text.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
