package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.platform.RandomId;

/**
 * One message of an enquiry.
 *
 * @param file present exactly where the content is {@link MessageContent.Media}
 * @param delivery present on answers
 * @param whatsAppId the citizen's message at WhatsApp (wamid): personal, so it exists only sealed
 * @param edited when the citizen changed it last, by WhatsApp's clock
 * @param reactions the emoji on it
 * @param author who of the town hall wrote it; absent on a citizen's, and where nobody knew
 */
public record Message(
        MessageId id,
        Direction direction,
        MessageContent content,
        Optional<MediaFile> file,
        Optional<Delivery> delivery,
        Optional<String> whatsAppId,
        Optional<Instant> edited,
        MessageContext context,
        Reactions reactions,
        Optional<Person> author) {

    /** In: from the citizen. Out: from the mayor. */
    public enum Direction {
        IN,
        OUT
    }

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

    /** One emoji of each side, at most. */
    public record Reactions(Optional<String> citizens, Optional<String> towns) {
        public static final Reactions NONE = new Reactions(Optional.empty(), Optional.empty());
    }

    /**
     * The mayor's emoji on its way to a citizen's message.
     *
     * @param emoji absent where the mayor takes it back
     * @param token tells this one from any other that was ever sent to the message
     */
    public record TownReaction(Message to, Optional<Emoji> emoji, RandomId token) {}

    public Message {
        if (content instanceof MessageContent.Media != file.isPresent()) {
            throw new IllegalArgumentException("a media message has a file, and no other has");
        }
    }

    /** A message that stands by itself, and that nobody has edited or reacted to. */
    public Message(
            MessageId id,
            Direction direction,
            MessageContent content,
            Optional<MediaFile> file,
            Optional<Delivery> delivery,
            Optional<String> whatsAppId) {
        this(
                id,
                direction,
                content,
                file,
                delivery,
                whatsAppId,
                Optional.empty(),
                MessageContext.NONE,
                Reactions.NONE,
                Optional.empty());
    }

    /** An answer that is not sent yet. */
    public static Message pending(MessageId id, Reply reply, Person author) {
        return new Message(
                id,
                Direction.OUT,
                reply.content(),
                reply.file(),
                Optional.of(Delivery.PENDING),
                Optional.empty(),
                Optional.empty(),
                reply.context(),
                Reactions.NONE,
                Optional.of(author));
    }

    /** Whether nobody knows if it went out, and a status of WhatsApp's would have told by {@code now}. */
    public boolean mayBeSentAgain(Instant now) {
        return delivery.stream().anyMatch(its -> its.state().isUnsettled())
                && !now.isBefore(id.time().plus(Delivery.SETTLED_WITHIN));
    }

    public Message with(Delivery changed) {
        return new Message(
                id, direction, content, file, Optional.of(changed), whatsAppId, edited, context, reactions, author);
    }

    public Message with(MediaFile changed) {
        return new Message(
                id, direction, content, Optional.of(changed), delivery, whatsAppId, edited, context, reactions, author);
    }

    /** This message as the citizen has edited it; of what it said before nothing stays. */
    public Message edited(MessageContent now, Instant at) {
        return new Message(id, direction, now, file, delivery, whatsAppId, Optional.of(at), context, reactions, author);
    }

    Preview preview() {
        return Preview.of(this);
    }
}
