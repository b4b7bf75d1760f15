package org.sprechstunde.webhook.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.EnquiryPlace;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Message.Direction;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.enquiry.RetentionPolicy;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Settings;

/** What the answers say is exactly what there is, in words that can be read aloud. */
final class KeywordRepliesTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** The last summer time of 2026 in Germany ends between opening and expiry. */
    private static final Instant OPENED = Instant.parse("2026-10-20T10:05:00Z");

    private static final Identity FULL =
            new Identity(Optional.of("DE.1"), Optional.of("49170"), Optional.of("Erika"), Optional.of("erika"));
    private static final Identity SPARSE =
            new Identity(Optional.empty(), Optional.of("49170"), Optional.empty(), Optional.empty());

    @Test
    void informationCountsOneInTheSingular() {
        String text = information(
                FULL, List.of(text(Direction.IN), text(Direction.OUT), image(MediaFile.State.STORED)), "eu-central-1");

        assertThat(text)
                .contains("Ihr Name bei WhatsApp, Ihre Telefonnummer, Ihre WhatsApp-Kennung, Ihr Benutzername;")
                .contains("dazu 2 Nachrichten von Ihnen, eine Antwort und eine Datei.");
    }

    @Test
    void informationSaysWhatIsNotThere() {
        String text = information(SPARSE, List.of(text(Direction.IN)), "eu-central-1");

        assertThat(text)
                .contains("gespeichert: Ihre Telefonnummer; dazu eine Nachricht von Ihnen, keine Antwort und keine"
                        + " Datei.")
                .doesNotContain("Kennung")
                .doesNotContain("Benutzername");
    }

    @Test
    void aLostFileIsNotStoredAndOneOnItsWayIs() {
        List<Message> messages = new ArrayList<>();
        messages.add(image(MediaFile.State.LOST));
        messages.add(image(MediaFile.State.WAITING));
        messages.add(image(MediaFile.State.STORED));

        assertThat(information(SPARSE, messages, "eu-central-1"))
                .contains("3 Nachrichten von Ihnen, keine Antwort und 2 Dateien.");
    }

    @Test
    void timesAreThoseOfTheTownsClock() {
        assertThat(information(SPARSE, List.of(text(Direction.IN)), "eu-central-1"))
                .contains("Seit: 20.10.2026, 12:05 Uhr.")
                .contains("spätestens am 19.11.2026, 11:05 Uhr.")
                .contains("nie über 18.01.2027, 11:05 Uhr hinaus");
    }

    @Test
    void whoWritesEnglishReadsTheSameInEnglish() {
        String text = answers("eu-north-1", Language.EN)
                .of(
                        Keyword.INFORMATION,
                        List.of(enquiry(FULL.speaking(Optional.of(Language.EN)))),
                        () -> List.of(text(Direction.IN), image(MediaFile.State.STORED)))
                .text();

        assertThat(text)
                .contains("your name on WhatsApp, your phone number, your WhatsApp id, your username,"
                        + " the language you write in;")
                .contains("and 2 messages of yours, no answer and one file.")
                .contains("Since: 20 October 2026, 12:05.")
                .contains("on 19 November 2026, 11:05 at the latest.")
                .contains("never beyond 18 January 2027, 11:05.")
                .contains("AWS), region eu-north-1.");
    }

    @Test
    void theLanguageIsNamedAmongWhatIsStored() {
        assertThat(information(SPARSE.speaking(Optional.of(Language.DE)), List.of(), "eu-central-1"))
                .contains("Ihre Telefonnummer, die Sprache, in der Sie schreiben; dazu");
    }

    @Test
    void thePlaceIsNamedAsPeopleKnowIt() {
        assertThat(information(SPARSE, List.of(), "eu-central-1")).contains("AWS), Frankfurt am Main.");
        assertThat(information(SPARSE, List.of(), "eu-north-1")).contains("AWS), Region eu-north-1.");
    }

    @ParameterizedTest
    @EnumSource
    void noPlaceholderIsLeftAndTheQuestionIsShortEnoughForWhatsApp(Language language) {
        KeywordReplies keywordReplies = answers("eu-central-1", language);
        Enquiry enquiry = enquiry(FULL);

        KeywordReplies.Reply question = keywordReplies.of(Keyword.ERASE, List.of(enquiry), List::of);

        assertThat(question.text()).hasSizeLessThanOrEqualTo(1024);
        assertThat(question.button().orElseThrow().id()).isEqualTo("erase/" + enquiry.id());
        for (Keyword word : Keyword.values()) {
            assertThat(keywordReplies.of(word, List.of(enquiry), List::of).text())
                    .doesNotContain("{")
                    .doesNotContain("}");
            assertThat(keywordReplies.withoutEnquiry(word).text())
                    .doesNotContain("{")
                    .doesNotContain("}");
            assertThat(keywordReplies.withoutEnquiry(word).button()).isEmpty();
        }
        assertThat(keywordReplies.anotherIsOpen().text()).doesNotContain("{");
    }

    private static String information(Identity identity, List<Message> messages, String region) {
        return answers(region)
                .of(Keyword.INFORMATION, List.of(enquiry(identity)), () -> messages)
                .text();
    }

    private static Enquiry enquiry(Identity identity) {
        var fresh = new Enquiry.Fresh(
                RandomId.next(RANDOM), new EnquiryPlace("hash", Set.of(), Optional.empty()), DataKey.next(RANDOM));
        return Enquiry.opened(
                fresh, identity, text(Direction.IN), new RetentionPolicy(Duration.ofDays(30), Duration.ofDays(90)));
    }

    private static Message text(Direction direction) {
        return new Message(
                MessageId.next(OPENED, OPENED, RANDOM),
                direction,
                new MessageContent.Text("Text"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Message image(MediaFile.State state) {
        var file = new MediaFile(
                RandomId.next(RANDOM),
                DataKey.next(RANDOM),
                state,
                0,
                state == MediaFile.State.LOST ? Optional.of(MediaFile.Problem.GONE) : Optional.empty(),
                false,
                FileType.OTHER,
                false);
        var attachment = new MessageContent.Attachment("1", "image/jpeg", Optional.empty());
        return new Message(
                MessageId.next(OPENED, OPENED, RANDOM),
                Direction.IN,
                new MessageContent.Image(attachment, Optional.empty()),
                Optional.of(file),
                Optional.empty(),
                Optional.empty());
    }

    private static KeywordReplies answers(String region) {
        return answers(region, Language.DE);
    }

    private static KeywordReplies answers(String region, Language language) {
        Settings settings = CompleteEnvironment.with(Map.of("AWS_REGION", region));
        return new KeywordReplies(new CitizenTexts(settings).in(Optional.of(language)), settings);
    }
}
