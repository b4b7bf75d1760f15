package org.sprechstunde.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.DataKey;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.DeliveryState;
import org.sprechstunde.enquiry.Direction;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Reply;
import org.sprechstunde.enquiry.Retention;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written to the table is read back, and nothing personal stands in it openly. */
final class ItemsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Retention RETENTION = new Retention(Duration.ofDays(30), Duration.ofDays(90));
    private static final Content.Attachment FILE =
            new Content.Attachment("media-canary", "image/jpeg", Optional.of("hash-canary"));
    private static final Identity CITIZEN = new Identity(
            Optional.of("DE.canary"),
            Optional.of("4915112345678"),
            Optional.of("Erika Canary"),
            Optional.of("@canary"),
            Optional.of(Language.EN));

    static List<Content> everyKind() {
        Optional<String> words = Optional.of("caption canary");
        return List.of(
                new Content.Text("text canary"),
                new Content.Image(FILE, words),
                new Content.Image(FILE, Optional.empty()),
                new Content.Video(FILE, words),
                new Content.Audio(FILE, true),
                new Content.Audio(FILE, false),
                new Content.Document(FILE, Optional.of("canary.pdf"), words),
                new Content.Sticker(FILE),
                new Content.Location(
                        Optional.of(new Content.Point(50.888, 10.006)), Optional.of("canary"), Optional.empty()),
                new Content.Location(Optional.empty(), Optional.empty(), Optional.of("canary")),
                new Content.Contacts(List.of(
                        new Content.Card(Optional.of("canary"), Optional.empty(), List.of("+49 canary"), List.of()))),
                new Content.Choice("canary", Optional.of("canary")),
                new Content.Form(List.of(new Content.Line("canary", "canary"), new Content.Line("", "canary"))),
                new Content.Order(words, List.of(new Content.Line("canary", "2 × 3 EUR"))),
                new Content.Order(Optional.empty(), List.of()),
                new Content.Template("rueckmeldung", "de", "text canary"),
                new Content.Unknown("poll_creation"),
                new Content.Unknown("canary", OptionalLong.of(131_052)),
                new Content.Unknown("image"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aMessageOfEveryKindIsReadBackAsItWas(Content content) {
        Message message = inbound(content);
        Enquiry enquiry = enquiry(message);

        Map<String, AttributeValue> item = MessageItem.write(enquiry, message, NOW, RANDOM);

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(message);
        assertThat(open(item)).doesNotContain("canary");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEnquiryIsReadBackAsItWas(Content content) {
        Enquiry enquiry = enquiry(inbound(content));

        Map<String, AttributeValue> item = EnquiryItem.write(enquiry, RANDOM);

        assertThat(EnquiryItem.read(item)).hasValue(enquiry);
        assertThat(open(item)).doesNotContain("canary").doesNotContain("4915112345678");
    }

    @Test
    void anEnquiryOfBeforeLanguagesWereNotedIsReadAsOneOfAnUnknownLanguage() {
        Identity former = new Identity(CITIZEN.bsuid(), CITIZEN.phone(), CITIZEN.name(), CITIZEN.username());
        var fresh = new Enquiry.Fresh(RandomId.next(RANDOM), "hmac", DataKey.next(RANDOM));
        Enquiry enquiry = Enquiry.opened(fresh, former, inbound(new Content.Text("text")), RETENTION);

        assertThat(EnquiryItem.read(EnquiryItem.write(enquiry, RANDOM))).hasValue(enquiry);
    }

    @Test
    void aMessageMovedToAnotherEnquiryDoesNotOpen() {
        Message message = inbound(new Content.Text("text"));
        Enquiry enquiry = enquiry(message);
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, message, NOW, RANDOM));

        item.put("pk", Values.of(Keys.partition(RandomId.next(RANDOM))));

        assertThat(MessageItem.read(item, enquiry.key())).isEmpty();
    }

    @Test
    void aTaskIsReadBackAsItWas() {
        Erasure erasure = Erasure.begun(NOW, new Erasure.Extent(3, 2, 1000))
                .answered(new Erasure.Farewell(Courtesy.DONE, Courtesy.FAILED, Courtesy.SKIPPED))
                .completed(NOW.plusSeconds(1));
        RandomId enquiry = RandomId.next(RANDOM);

        for (Task task : List.of(
                Task.fetchMedia(enquiry, MessageId.next(NOW, NOW, RANDOM), NOW, RANDOM),
                Task.greet(enquiry, NOW, RANDOM).begun(),
                Task.tell(enquiry, AutomaticText.TOO_LARGE, NOW, RANDOM).begun(),
                Task.forget(enquiry, erasure, NOW, RANDOM))) {
            assertThat(TaskItem.read(TaskItem.write(task, NOW))).hasValue(task);
        }
    }

    @Test
    void theTypeOfAFileIsReadBackAndStandsNowhereOpenly() {
        Message message = inbound(new Content.Image(FILE, Optional.empty()));
        Message stored = message.with(message.file().orElseThrow().stored(3, FileType.QUICKTIME));
        Enquiry enquiry = enquiry(message);
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, stored, NOW, RANDOM));
        Keys keys = Keys.message(enquiry.id(), message.id());

        item.put("bytes", Values.of(3));
        item.put("fileType", MessageItem.type(enquiry, keys, FileType.QUICKTIME, RANDOM));

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(stored);
        assertThat(open(item)).doesNotContainIgnoringCase("quicktime");
    }

    @Test
    void aDeliveredAnswerKeepsItsState() {
        Message answer = Message.pending(MessageId.next(NOW, NOW, RANDOM), Reply.of("answer"))
                .with(new Delivery(DeliveryState.FAILED, OptionalLong.of(131047)));
        Enquiry enquiry = enquiry(inbound(new Content.Text("text")));
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, answer, NOW, RANDOM));

        item.put("code", Values.of(131047));

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(answer);
    }

    private static Message inbound(Content content) {
        return new Message(
                MessageId.next(NOW, NOW, RANDOM),
                Direction.IN,
                content,
                content instanceof Content.Media
                        ? Optional.of(MediaFile.waiting(RandomId.next(RANDOM), DataKey.next(RANDOM)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of("wamid.canary"));
    }

    private static Enquiry enquiry(Message first) {
        var fresh = new Enquiry.Fresh(RandomId.next(RANDOM), "hmac", DataKey.next(RANDOM));
        return Enquiry.opened(fresh, CITIZEN, first, RETENTION);
    }

    /** Everything in an item that somebody with access to the table can read. */
    private static String open(Map<String, AttributeValue> item) {
        StringBuilder all = new StringBuilder(item.toString());
        item.values().stream()
                .filter(value -> value.b() != null)
                .forEach(value -> all.append(new String(value.b().asByteArray(), ISO_8859_1)));
        return all.toString();
    }
}
