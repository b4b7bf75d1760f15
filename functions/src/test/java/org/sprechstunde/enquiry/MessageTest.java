package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.MessageContent.Attachment;
import org.sprechstunde.platform.RandomId;

/** What may become of a message, and what the list shows of it. */
final class MessageTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Identity WRITER =
            new Identity(Optional.of("DE.1"), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Attachment FILE = new Attachment("1", "image/jpeg", Optional.empty());
    private static final Optional<String> OLD = Optional.of("alt");
    private static final Optional<String> NEW = Optional.of("neu");

    /** The other file never came here. */
    @Test
    void anEditChangesWordsAndNeitherKindNorFile() {
        Attachment other = new Attachment("2", "image/png", Optional.empty());

        assertThat(text("alt").reworded(text("neu"))).hasValue(text("neu"));
        assertThat(new MessageContent.Image(FILE, OLD).reworded(new MessageContent.Image(other, NEW)))
                .hasValue(new MessageContent.Image(FILE, NEW));
        assertThat(new MessageContent.Video(FILE, OLD).reworded(new MessageContent.Video(other, NEW)))
                .hasValue(new MessageContent.Video(FILE, NEW));
        assertThat(new MessageContent.Document(FILE, Optional.of("a.pdf"), OLD)
                        .reworded(new MessageContent.Document(other, Optional.of("b.pdf"), NEW)))
                .hasValue(new MessageContent.Document(FILE, Optional.of("a.pdf"), NEW));
    }

    @Test
    void whatIsOfAnotherKindIsNoEdit() {
        List<MessageContent> all = List.of(
                text("alt"),
                new MessageContent.Image(FILE, OLD),
                new MessageContent.Video(FILE, OLD),
                new MessageContent.Document(FILE, Optional.empty(), OLD),
                new MessageContent.Sticker(FILE));

        for (MessageContent content : all) {
            assertThat(all.stream().filter(later -> content.reworded(later).isPresent()))
                    .allMatch(later -> later.getClass() == content.getClass());
        }
        assertThat(new MessageContent.Sticker(FILE).reworded(new MessageContent.Sticker(FILE)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatNobodyKnowsOfIsSentAgainAndOnlyAfterAMinute(Delivery.State state) {
        Message answer = Message.pending(
                        MessageId.next(NOW, NOW, RANDOM),
                        Message.Reply.of("Antwort"),
                        new Person("0123456789abcdef", "Anna"))
                .with(new Delivery(state, OptionalLong.empty()));
        boolean unknown = state == Delivery.State.PENDING || state == Delivery.State.UNCLEAR;
        Instant settled = NOW.plus(Duration.ofMinutes(1));

        assertThat(answer.mayBeSentAgain(settled)).isEqualTo(unknown);
        assertThat(answer.mayBeSentAgain(settled.minusMillis(1))).isFalse();
        assertThat(state.isUnsettled()).isEqualTo(unknown);
        assertThat(state.leavesWaiting()).isEqualTo(unknown || state == Delivery.State.FAILED);
    }

    @Test
    void aCitizensMessageIsNeverSentAgain() {
        assertThat(in(text("Frage")).mayBeSentAgain(NOW.plus(Duration.ofDays(1))))
                .isFalse();
    }

    @Test
    void thePreviewChangesWithTheMessageThatItShowsAlone() {
        Message first = in(text("erste"));
        Message second = in(text("zweite"));
        Enquiry enquiry = opened(first).received(WRITER, second);

        assertThat(enquiry.edited(second.edited(text("neu"), NOW)).preview().text())
                .hasValue("neu");
        assertThat(enquiry.edited(first.edited(text("neu"), NOW))).isEqualTo(enquiry);
        assertThat(enquiry.revoked(second).preview().kind()).isEqualTo("revoked");
        assertThat(enquiry.revoked(second).preview().text()).isEmpty();
        assertThat(enquiry.revoked(first)).isEqualTo(enquiry);
    }

    /** What was stored before a preview noted whose it is. */
    @Test
    void anOldPreviewIsOfWhatItLooksLike() {
        Message message = in(text("Frage"));
        var old = new Preview(Message.Direction.IN, "text", Optional.of("Frage"), Optional.empty());

        assertThat(old.shows(message)).isTrue();
        assertThat(new Preview(Message.Direction.OUT, "text", old.text(), Optional.empty()).shows(message))
                .isFalse();
        assertThat(new Preview(Message.Direction.IN, "image", old.text(), Optional.empty()).shows(message))
                .isFalse();
        assertThat(new Preview(Message.Direction.IN, "text", Optional.of("Andere"), Optional.empty()).shows(message))
                .isFalse();
    }

    @Test
    void aTextOfExactlyWhatTheListShowsIsNotShortened() {
        String longest = "x".repeat(160);

        assertThat(Preview.of(in(text(longest))).text()).hasValue(longest);
        assertThat(Preview.of(in(text(longest + "x"))).text()).hasValue(longest + "…");
    }

    @Test
    void anErasureCountsAllMessagesButOnlyFilesThatAreThere() {
        MediaFile waiting = MediaFile.waiting(RandomId.next(RANDOM), DataKey.next(RANDOM));
        List<Message> messages = List.of(
                in(text("Frage")),
                photo(waiting),
                photo(waiting.stored(5, FileType.OTHER, false)),
                photo(waiting.stored(7, FileType.OTHER, false)));

        ErasureRecord begun = ErasureRecord.begun(NOW, messages);

        assertThat(begun.extent()).isEqualTo(new ErasureRecord.Extent(4, 2, 12));
        assertThat(begun.erasedAt()).isEmpty();
        assertThat(begun.completed(NOW).completed(NOW.plusSeconds(1)).erasedAt())
                .hasValue(NOW);
    }

    @Test
    void whatIsStillAtWhatsAppIsTheContactAndEachFileThatItHasNotConfirmed() {
        MediaFile waiting = MediaFile.waiting(RandomId.next(RANDOM), DataKey.next(RANDOM));
        MediaFile confirmed = new MediaFile(
                waiting.object(), waiting.key(), waiting.state(), 0, Optional.empty(), true, FileType.OTHER, false);
        Message still = photo(waiting);

        WhatsAppCopies copies =
                WhatsAppCopies.of(opened(still), List.of(in(text("Frage")), still, photo(confirmed, "2")));

        assertThat(copies).isEqualTo(new WhatsAppCopies(Optional.of("DE.1"), List.of("1")));
        assertThat(copies.isEmpty()).isFalse();
        assertThat(WhatsAppCopies.NONE.isEmpty()).isTrue();
    }

    private static MessageContent text(String words) {
        return new MessageContent.Text(words);
    }

    private static Message in(MessageContent content) {
        return new Message(
                MessageId.next(NOW, NOW, RANDOM),
                Message.Direction.IN,
                content,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Message photo(MediaFile file) {
        return photo(file, FILE.mediaId());
    }

    private static Message photo(MediaFile file, String mediaId) {
        return new Message(
                MessageId.next(NOW, NOW, RANDOM),
                Message.Direction.IN,
                new MessageContent.Image(new Attachment(mediaId, "image/jpeg", Optional.empty()), Optional.empty()),
                Optional.of(file),
                Optional.empty(),
                Optional.empty());
    }

    private static Enquiry opened(Message first) {
        return Enquiry.opened(
                new Enquiry.Fresh(
                        RandomId.next(RANDOM),
                        new EnquiryPlace("hmac", Set.of(), Optional.empty()),
                        DataKey.next(RANDOM)),
                WRITER,
                first,
                new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90)));
    }
}
