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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Delivery;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.Message.Reply;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.RandomId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written to the table is read back, and nothing personal stands in it openly. */
final class ItemsTest {
    private static final Person ANNA = new Person("0123456789abcdef", "canary-anna");

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final RetentionPolicy RETENTION = new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90));
    private static final RetentionPolicy TODAY = new RetentionPolicy(Duration.ofDays(7), Duration.ofDays(30));
    private static final MessageContent.Attachment FILE =
            new MessageContent.Attachment("media-canary", "image/jpeg", Optional.of("hash-canary"));
    private static final EnquiryPlace PLACE =
            new EnquiryPlace("hmac", Set.of("other canary"), Optional.of("earlier canary"));

    private static final Identity CITIZEN = new Identity(
            Optional.of("DE.canary"),
            Optional.of("DE.ENT.canary"),
            Optional.of("4915112345678"),
            Optional.of("Erika Canary"),
            Optional.of("@canary"),
            Optional.of(Language.EN));

    static List<MessageContent> everyKind() {
        Optional<String> words = Optional.of("caption canary");
        return List.of(
                new MessageContent.Text("text canary"),
                new MessageContent.Image(FILE, words),
                new MessageContent.Image(FILE, Optional.empty()),
                new MessageContent.Video(FILE, words),
                new MessageContent.Audio(FILE, true),
                new MessageContent.Audio(FILE, false),
                new MessageContent.Document(FILE, Optional.of("canary.pdf"), words),
                new MessageContent.Sticker(FILE),
                new MessageContent.Location(
                        Optional.of(new MessageContent.Point(50.888, 10.006)),
                        Optional.of("canary"),
                        Optional.empty(),
                        Optional.empty()),
                new MessageContent.Location(Optional.empty(), Optional.empty(), Optional.of("canary"), words),
                new MessageContent.Contacts(List.of(new MessageContent.Card(
                        Optional.of("canary"),
                        Optional.of("canary"),
                        Optional.of("canary"),
                        new MessageContent.Reach(
                                List.of("+49 canary"),
                                List.of("canary@example.org"),
                                List.of("canary 1"),
                                List.of("https://canary.example"))))),
                new MessageContent.Choice("canary", Optional.of("canary")),
                new MessageContent.Form(
                        List.of(new MessageContent.Line("canary", "canary"), new MessageContent.Line("", "canary"))),
                new MessageContent.Order(words, List.of(new MessageContent.Line("canary", "2 × 3 EUR"))),
                new MessageContent.Order(Optional.empty(), List.of()),
                new MessageContent.Template("rueckmeldung", "de", "text canary"),
                new MessageContent.Unknown("poll_creation"),
                new MessageContent.Unknown("canary", OptionalLong.of(131_052)),
                new MessageContent.Unknown("image"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aMessageOfEveryKindIsReadBackAsItWas(MessageContent content) {
        Message message = inbound(content);
        Enquiry enquiry = enquiry(message);

        Map<String, AttributeValue> item = MessageItem.write(enquiry, message, RANDOM);

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(message);
        assertThat(open(item)).doesNotContain("canary");
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEnquiryIsReadBackAsItWas(MessageContent content) {
        Enquiry enquiry = enquiry(inbound(content));

        Map<String, AttributeValue> item = EnquiryItem.write(enquiry, RANDOM);

        assertThat(EnquiryItem.read(item, TODAY)).hasValue(enquiry);
        assertThat(open(item)).doesNotContain("canary").doesNotContain("4915112345678");
    }

    @Test
    void anEnquiryOfBeforeLanguagesWereNotedIsReadAsOneOfAnUnknownLanguage() {
        Identity former = new Identity(CITIZEN.bsuid(), CITIZEN.phone(), CITIZEN.name(), CITIZEN.username());
        var fresh = new Enquiry.Fresh(RandomId.next(RANDOM), PLACE, DataKey.next(RANDOM));
        Enquiry enquiry = Enquiry.opened(fresh, former, inbound(new MessageContent.Text("text")), RETENTION);

        assertThat(EnquiryItem.read(EnquiryItem.write(enquiry, RANDOM), TODAY)).hasValue(enquiry);
    }

    @Test
    void anEnquiryOfBeforeItsLimitsWereStoredGoesByThoseOfToday() {
        Enquiry enquiry = enquiry(inbound(new MessageContent.Text("text")));
        Map<String, AttributeValue> item = new HashMap<>(EnquiryItem.write(enquiry, RANDOM));
        Set.of("idleSeconds", "maximumSeconds", "endsAt", "news").forEach(item::remove);
        item.put("expiresAt", Attributes.seconds(enquiry.expires()));

        Enquiry read = EnquiryItem.read(item, TODAY).orElseThrow();

        assertThat(read.retention()).isEqualTo(TODAY);
        assertThat(read.expires()).isEqualTo(enquiry.expires());
        assertThat(read.version().news()).isZero();
    }

    /** The sweep comes first, for it asks WhatsApp to forget as well. */
    @Test
    void timeToLiveEndsDaysAfterTheEnquiry() {
        Enquiry enquiry = enquiry(inbound(new MessageContent.Text("text")));
        long end = enquiry.expires().getEpochSecond();
        long latest = enquiry.latest().getEpochSecond();
        long days = Duration.ofDays(3).toSeconds();

        assertThat(Attributes.number(EnquiryItem.write(enquiry, RANDOM), "expiresAt"))
                .isEqualTo(end + days);
        assertThat(Attributes.number(PointerItem.write(enquiry), "expiresAt")).isEqualTo(latest + days);
    }

    @Test
    void aMessageMovedToAnotherEnquiryDoesNotOpen() {
        Message message = inbound(new MessageContent.Text("text"));
        Enquiry enquiry = enquiry(message);
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, message, RANDOM));

        item.put("pk", Attributes.of(ItemKey.partition(RandomId.next(RANDOM))));

        assertThat(MessageItem.read(item, enquiry.key())).isEmpty();
    }

    @Test
    void theTypeOfAFileIsReadBackAndStandsNowhereOpenly() {
        Message message = inbound(new MessageContent.Image(FILE, Optional.empty()));
        Message stored = message.with(message.file().orElseThrow().stored(3, FileType.QUICKTIME, true));
        Enquiry enquiry = enquiry(message);
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, stored, RANDOM));
        ItemKey itemKey = ItemKey.message(enquiry.id(), message.id());

        item.put("bytes", Attributes.of(3));
        item.put("fileType", MessageItem.type(enquiry, itemKey, FileType.QUICKTIME, RANDOM));

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(stored);
        assertThat(open(item)).doesNotContainIgnoringCase("quicktime");
    }

    @Test
    void aDeliveredAnswerKeepsItsState() {
        Message answer = Message.pending(MessageId.next(NOW, NOW, RANDOM), Reply.of("answer"), ANNA)
                .with(new Delivery(Delivery.State.FAILED, OptionalLong.of(131047)));
        Enquiry enquiry = enquiry(inbound(new MessageContent.Text("text")));
        Map<String, AttributeValue> item = new HashMap<>(MessageItem.write(enquiry, answer, RANDOM));

        item.put("code", Attributes.of(131047));

        assertThat(MessageItem.read(item, enquiry.key())).hasValue(answer);
    }

    private static Message inbound(MessageContent content) {
        return new Message(
                MessageId.next(NOW, NOW, RANDOM),
                Direction.IN,
                content,
                content instanceof MessageContent.Media
                        ? Optional.of(MediaFile.waiting(RandomId.next(RANDOM), DataKey.next(RANDOM)))
                        : Optional.empty(),
                Optional.empty(),
                Optional.of("wamid.canary"));
    }

    private static Enquiry enquiry(Message first) {
        var fresh = new Enquiry.Fresh(RandomId.next(RANDOM), PLACE, DataKey.next(RANDOM));
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
