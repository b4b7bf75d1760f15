package org.sprechstunde.whatsapp;

/**
 * A button under a message.
 *
 * @param id comes back when it is tapped, up to 256 characters
 * @param title up to 20 characters
 */
public record ReplyButton(String id, String title) {
    private static final int LONGEST_ID = 256;
    private static final int LONGEST_TITLE = 20;

    public ReplyButton {
        if (id.isBlank() || id.length() > LONGEST_ID || title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a button has an id of 1 to 256 and a title of 1 to 20 characters");
        }
    }
}
