package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * What the mayor answers.
 *
 * @param file present exactly where the content is {@link Content.Media}
 */
public record Reply(Content content, Optional<MediaFile> file, Context context) {

    /** Words that answer nothing in particular. */
    public static Reply of(String text) {
        return new Reply(new Content.Text(text), Optional.empty(), Context.NONE);
    }

    public Reply quoting(MessageId message) {
        return new Reply(content, file, context.quoting(new Context.Quote(Optional.of(message))));
    }
}
