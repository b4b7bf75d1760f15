package org.sprechstunde.enquiry;

import java.util.List;
import java.util.Optional;

/** What a message says, by kind. A kind that is not here is {@link Unknown}: kept and shown as such. */
public sealed interface Content {

    /** WhatsApp's word for the kind. */
    String kind();

    /** The words in it: body or caption. */
    default Optional<String> words() {
        return Optional.empty();
    }

    /**
     * This content with the words of a later version of it; empty if that is no version of this. An edit
     * changes words, never the kind, and a file stays the one that was sent.
     */
    default Optional<Content> reworded(Content later) {
        return Optional.ofNullable(
                switch (this) {
                    case Text _ when later instanceof Text text -> text;
                    case Image image when later instanceof Image next -> new Image(image.file(), next.words());
                    case Video video when later instanceof Video next -> new Video(video.file(), next.words());
                    case Document document
                    when later instanceof Document next ->
                        new Document(document.file(), document.fileName(), next.words());
                    case Text _, Media _, Location _, Contacts _, Unknown _ -> null;
                });
    }

    record Text(String body) implements Content {
        @Override
        public String kind() {
            return "text";
        }

        @Override
        public Optional<String> words() {
            return Optional.of(body);
        }
    }

    /** Content with a file, which is fetched after the message is safe. */
    sealed interface Media extends Content {
        Attachment file();
    }

    /**
     * A file as WhatsApp announces it.
     *
     * @param sha256 of the plain file, in base64 or hexadecimal
     */
    record Attachment(String mediaId, String mimeType, Optional<String> sha256) {}

    record Image(Attachment file, Optional<String> words) implements Media {
        @Override
        public String kind() {
            return "image";
        }
    }

    record Video(Attachment file, Optional<String> words) implements Media {
        @Override
        public String kind() {
            return "video";
        }
    }

    /** Sound; {@code voice} says that it was recorded in the app. */
    record Audio(Attachment file, boolean voice) implements Media {
        @Override
        public String kind() {
            return "audio";
        }
    }

    record Document(Attachment file, Optional<String> fileName, Optional<String> words) implements Media {
        @Override
        public String kind() {
            return "document";
        }
    }

    record Sticker(Attachment file) implements Media {
        @Override
        public String kind() {
            return "sticker";
        }
    }

    /** Degrees north and east. */
    record Location(double latitude, double longitude, Optional<String> name, Optional<String> address)
            implements Content {
        @Override
        public String kind() {
            return "location";
        }
    }

    record Contacts(List<Card> cards) implements Content {
        public Contacts {
            cards = List.copyOf(cards);
        }

        @Override
        public String kind() {
            return "contacts";
        }
    }

    /** A person or place that the citizen passes on. */
    record Card(Optional<String> name, Optional<String> organisation, List<String> phones, List<String> emails) {
        public Card {
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
        }
    }

    /** A kind that cannot be displayed; only its word is kept. */
    record Unknown(String kind) implements Content {}
}
