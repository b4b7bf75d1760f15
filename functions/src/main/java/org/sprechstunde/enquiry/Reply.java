package org.sprechstunde.enquiry;

import java.util.Optional;

/**
 * What the mayor answers.
 *
 * @param file present exactly where the content is {@link MessageContent.Media}
 */
public record Reply(MessageContent content, Optional<MediaFile> file, MessageContext context) {

    /** Words that answer nothing in particular. */
    public static Reply of(String text) {
        return new Reply(new MessageContent.Text(text), Optional.empty(), MessageContext.NONE);
    }

    public Reply quoting(MessageId message) {
        return new Reply(content, file, context.quoting(new MessageContext.Quote(Optional.of(message))));
    }
}
