package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.sprechstunde.emulator.chat.Attachment;

/** What a citizen is about to send. */
public sealed interface MessageDraft {

    record Text(String body) implements MessageDraft {}

    /**
     * A photo, video, sound, document or sticker.
     *
     * @param voice recorded on the phone; only audio can be
     */
    record File(FileKind kind, Attachment attachment, Optional<String> caption, boolean voice) implements MessageDraft {

        /** A file without a caption. */
        public static File of(FileKind kind, Attachment attachment) {
            return new File(kind, attachment, Optional.empty(), false);
        }

        public File captioned(String text) {
            return new File(kind, attachment, Optional.of(text), voice);
        }

        public File spoken() {
            return new File(kind, attachment, caption, true);
        }
    }

    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements MessageDraft {}

    /** Contact cards in WhatsApp's shape. */
    record Contacts(ArrayNode cards) implements MessageDraft {}

    /** An emoji on a message; none takes it back. */
    record Reaction(String messageId, Optional<String> emoji) implements MessageDraft {}

    /** A tap on a button of that message. */
    record ButtonReply(String messageId, String id, String title) implements MessageDraft {}

    /** A row chosen from the list of that message. */
    record ListReply(String messageId, String id, String title, Optional<String> description) implements MessageDraft {}

    /** A tap on a quick reply of that template. */
    record QuickReply(String messageId, String payload, String text) implements MessageDraft {}

    /** A message of either side, passed on; {@code often} once it has gone through many hands. */
    record Forward(String messageId, boolean often) implements MessageDraft {}

    /** One of the kinds that hardly anybody sends. */
    record Rare(UnsupportedKind kind) implements MessageDraft {}

    /** Other words for a message of one's own: its text, or its caption. */
    record Edit(String messageId, String words) implements MessageDraft {}

    /** A message of one's own is to be gone. */
    record Revoke(String messageId) implements MessageDraft {}

    /** Any message whatever, such as {@code {"type": "order", "order": {…}}}; its fields win over ours. */
    record Raw(ObjectNode message) implements MessageDraft {}
}
