package org.sprechstunde.enquiry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a message says, by kind. A kind that is not here is {@link Unknown}: kept and shown as such. */
public sealed interface MessageContent {

    /** The kind in a word; the list of enquiries, the page and what is stored know it by this. */
    default String kind() {
        return switch (this) {
            case Text _ -> "text";
            case Image _ -> "image";
            case Video _ -> "video";
            case Audio _ -> "audio";
            case Document _ -> "document";
            case Sticker _ -> "sticker";
            case Location _ -> "location";
            case Contacts _ -> "contacts";
            case Choice _ -> "choice";
            case Form _ -> "form";
            case Order _ -> "order";
            case Template _ -> "template";
            case Wish(Keyword word) -> word.word() + Wish.KIND;
            case Unknown _ -> "unsupported";
        };
    }

    /** The words in it: body, caption or what was chosen. */
    default Optional<String> words() {
        return Optional.empty();
    }

    /**
     * This content with the words of a later version of it; empty if that is no version of this. An edit
     * changes words, never the kind, and a file stays the one that was sent.
     */
    default Optional<MessageContent> reworded(MessageContent later) {
        return Optional.ofNullable(
                switch (this) {
                    case Text _ when later instanceof Text text -> text;
                    case Image image when later instanceof Image next -> new Image(image.file(), next.words());
                    case Video video when later instanceof Video next -> new Video(video.file(), next.words());
                    case Document document
                    when later instanceof Document next ->
                        new Document(document.file(), document.fileName(), next.words());
                    case Text _,
                            Media _,
                            Location _,
                            Contacts _,
                            Choice _,
                            Form _,
                            Order _,
                            Template _,
                            Wish _,
                            Unknown _ -> null;
                });
    }

    record Text(String body) implements MessageContent {
        @Override
        public Optional<String> words() {
            return Optional.of(body);
        }
    }

    /** Content with a file, which is fetched after the message is safe. */
    sealed interface Media extends MessageContent {
        Attachment file();
    }

    /**
     * A file as WhatsApp announces it.
     *
     * @param sha256 of the plain file, in base64 or hexadecimal
     */
    record Attachment(String mediaId, String mimeType, Optional<String> sha256) {}

    record Image(Attachment file, Optional<String> words) implements Media {}

    record Video(Attachment file, Optional<String> words) implements Media {}

    /** Sound; {@code voice} says that it was recorded in the app. */
    record Audio(Attachment file, boolean voice) implements Media {}

    record Document(Attachment file, Optional<String> fileName, Optional<String> words) implements Media {}

    record Sticker(Attachment file) implements Media {}

    /** A place: on the map, in words, or both; {@code url} is where the web tells of it. */
    record Location(Optional<Point> point, Optional<String> name, Optional<String> address, Optional<String> url)
            implements MessageContent {}

    /** Degrees north and east. */
    record Point(double latitude, double longitude) {}

    record Contacts(List<Card> cards) implements MessageContent {
        public Contacts {
            cards = List.copyOf(cards);
        }
    }

    /**
     * A person or place that the citizen passes on.
     *
     * @param reach all that leads to it
     */
    record Card(Optional<String> name, Optional<String> organisation, Optional<String> department, Reach reach) {}

    /**
     * How somebody is reached.
     *
     * @param addresses each in a line, as one writes it on a letter
     * @param urls as the citizen's phone has them; hostile
     */
    record Reach(List<String> phones, List<String> emails, List<String> addresses, List<String> urls) {
        public Reach {
            phones = List.copyOf(phones);
            emails = List.copyOf(emails);
            addresses = List.copyOf(addresses);
            urls = List.copyOf(urls);
        }
    }

    /** A tap on a button, or on a line of a list. */
    record Choice(String title, Optional<String> description) implements MessageContent {
        @Override
        public Optional<String> words() {
            return Optional.of(title);
        }
    }

    /** A form that was filled in. */
    record Form(List<Line> lines) implements MessageContent {
        public Form {
            lines = List.copyOf(lines);
        }
    }

    /** An order, from a shop that the town does not have; as plain words, so that the mayor can say so. */
    record Order(Optional<String> words, List<Line> lines) implements MessageContent {
        public Order {
            lines = List.copyOf(lines);
        }
    }

    /** One of the town's messages that WhatsApp has approved; {@code body} is what the citizen read. */
    record Template(String name, String language, String body) implements MessageContent {
        @Override
        public Optional<String> words() {
            return Optional.of(body);
        }
    }

    /** What the citizen wants with what is stored of them, handed on where no answer of the town's reached them. */
    record Wish(Keyword word) implements MessageContent {
        private static final String KIND = "-wish";

        /** The wish of this kind, if it is one. */
        public static Optional<Wish> ofKind(String kind) {
            return kind.endsWith(KIND)
                    ? Keyword.of(kind.substring(0, kind.length() - KIND.length()))
                            .map(Wish::new)
                    : Optional.empty();
        }
    }

    /** What is said of something, {@code label}, which may be empty. */
    record Line(String label, String value) {}

    /**
     * A kind that cannot be displayed.
     *
     * @param word WhatsApp's for the kind
     * @param code WhatsApp's reason why it cannot
     */
    record Unknown(String word, OptionalLong code) implements MessageContent {
        public Unknown(String word) {
            this(word, OptionalLong.empty());
        }
    }
}
