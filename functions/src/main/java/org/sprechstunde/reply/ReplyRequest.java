package org.sprechstunde.reply;

import java.util.Optional;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageContext.Quote;
import org.sprechstunde.enquiry.MessageId;

/** What the mayor wants to be sent, as the page says it. */
sealed interface ReplyRequest extends ReplyRequestParser.Result {

    /** Whether {@code sent} came from this draft: one key must not stand for two answers. */
    boolean became(Message sent);

    /** The revision of the enquiry that its writer has seen. */
    long seen();

    /**
     * The mayor's own words, a file, or both.
     *
     * @param quote the message that is answered
     */
    record Free(Optional<String> text, Optional<MessageId> quote, Optional<UploadedFile> enclosure, long seen)
            implements ReplyRequest {
        @Override
        public boolean became(Message sent) {
            return !(sent.content() instanceof MessageContent.Template)
                    && sent.content().words().equals(text)
                    && sent.context().quote().flatMap(Quote::message).equals(quote)
                    && sent.file().map(MediaFile::object).equals(enclosure.map(UploadedFile::object));
        }
    }

    /** One of the town's approved templates. */
    record Template(String name, String language, long seen) implements ReplyRequest {
        @Override
        public boolean became(Message sent) {
            return sent.content() instanceof MessageContent.Template template
                    && template.name().equals(name)
                    && template.language().equals(language);
        }
    }

    /** An answer once more of which nobody knows whether it went out. */
    record Again(MessageId message, long seen) implements ReplyRequest {
        @Override
        public boolean became(Message sent) {
            return sent.id().equals(message);
        }
    }
}
