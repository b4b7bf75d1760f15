package org.sprechstunde.enquiry;

import java.util.Optional;

/** What the list shows of an enquiry's last message. */
public record Preview(Direction direction, String kind, Optional<String> text) {
    private static final int CHARACTERS = 160;

    static Preview of(Direction direction, Content content) {
        return new Preview(direction, content.kind(), content.words().map(Preview::shortened));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
