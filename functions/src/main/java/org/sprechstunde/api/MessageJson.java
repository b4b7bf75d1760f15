package org.sprechstunde.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.PresignedUrls;

/** A message in JSON, with what the page needs to load and open its file. */
public final class MessageJson {
    /** Longer than a reply function lives: whoever was sending then cannot tell any more. */
    private static final Duration UNKNOWN_AFTER = Duration.ofSeconds(30);

    private final Clock clock;
    private final Optional<PresignedUrls> links;

    /** A view whose {@code links} are absent where messages have no files. */
    public MessageJson(Clock clock, Optional<PresignedUrls> links) {
        this.clock = clock;
        this.links = links;
    }

    public ObjectNode json(RandomId enquiry, Message message) {
        ObjectNode json = Json.object()
                .put("id", message.id().toString())
                .put("direction", lower(message.direction()))
                .put("kind", message.content().kind())
                .put("at", message.id().time().toString());
        message.content().words().ifPresent(words -> json.put("text", words));
        message.edited().ifPresent(_ -> json.put("edited", true));
        message.reactions().citizens().ifPresent(emoji -> json.put("reaction", emoji));
        message.reactions().towns().ifPresent(emoji -> json.put("townReaction", emoji));
        message.author().ifPresent(author -> json.set("author", PersonJson.of(author)));
        ContentJson.add(json, message.context());
        switch (message.content()) {
            case MessageContent.Text _, MessageContent.Template _, MessageContent.Wish _ -> {}
            case MessageContent.Media media ->
                json.set("media", media(enquiry, media, message.file().orElseThrow()));
            case MessageContent.Location location -> ContentJson.add(json, location);
            case MessageContent.Contacts contacts -> ContentJson.add(json, contacts);
            case MessageContent.Choice choice -> choice.description().ifPresent(text -> json.put("description", text));
            case MessageContent.Form form -> ContentJson.add(json, form.lines());
            case MessageContent.Order order -> ContentJson.add(json, order.lines());
            case MessageContent.Unknown unknown -> ContentJson.add(json, unknown);
        }
        message.delivery().ifPresent(delivery -> json.set("delivery", delivery(message, delivery)));
        return json;
    }

    /** When the next thing about {@code message} will look different though nothing has happened to it; empty if none will. */
    public Optional<Instant> until(Message message) {
        Instant now = clock.instant();
        return message.delivery().filter(its -> its.state().isUnsettled()).stream()
                .flatMap(_ -> Stream.of(UNKNOWN_AFTER, Delivery.SETTLED_WITHIN))
                .map(message.id().time()::plus)
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    private ObjectNode media(RandomId enquiry, MessageContent.Media media, MediaFile file) {
        ObjectNode json = Json.object()
                .put("state", lower(file.state()))
                .put("mimeType", media.file().mimeType());
        if (media instanceof MessageContent.Document document) {
            document.fileName().ifPresent(name -> json.put("fileName", name));
        }
        if (media instanceof MessageContent.Audio audio) {
            json.put("voice", audio.voice());
        }
        file.problem().ifPresent(problem -> json.put("problem", lower(problem).replace('_', '-')));
        if (file.state() == MediaFile.State.STORED) {
            String name = MediaBucket.name(enquiry, file.object());
            json.put("type", file.type().word()).put("bytes", file.bytes());
            if (file.mayTell()) {
                json.put("mayTell", true);
            }
            json.put("key", file.key().bytes()).put("context", name);
            links.ifPresent(link -> json.put("url", link.to(name)));
        }
        return json;
    }

    private ObjectNode delivery(Message message, Delivery delivery) {
        boolean unknown = delivery.state() == Delivery.State.UNCLEAR
                || (delivery.state() == Delivery.State.PENDING
                        && !clock.instant().isBefore(message.id().time().plus(UNKNOWN_AFTER)));
        ObjectNode json = Json.object().put("state", unknown ? "unknown" : lower(delivery.state()));
        if (message.mayBeSentAgain(clock.instant())) {
            json.put("again", true);
        }
        if (delivery.state() == Delivery.State.FAILED) {
            json.put("reason", delivery.reason().word());
        }
        delivery.code().ifPresent(code -> json.put("code", code));
        return json;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
