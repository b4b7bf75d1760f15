package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.stores.Mail;

/** What the mayor is told by e-mail: once, in time, and never who or what. */
@OwnTown
@InTown
final class MayorsMailTest {
    private static final String NEW = "Sprechstunde: ein neues Anliegen";
    private static final String REMINDER = "Sprechstunde: Ihre Antwort wird noch erwartet";

    private final TestTown town;
    private final Await await;

    MayorsMailTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    /** So that whoever wrote in another test waits no more that anybody could be reminded. */
    @BeforeEach
    void closeAllWindows() {
        town.town().advance(Duration.ofHours(25));
    }

    @Test
    void aNewEnquiryIsToldOnceAndFurtherMessagesAreNot() {
        Citizen citizen = town.meta().citizens().withPhone("Post Anna");
        long before = mails(NEW);

        greeted(citizen, "Guten Tag");
        town.meta().sendText(citizen, "noch etwas");
        await.enquiry(citizen, 2);
        town.sweep();

        assertThat(mails(NEW)).isEqualTo(before + 1);
    }

    @Test
    void aMailNamesTheTownAndThePageAndNothingOfTheCitizen() {
        Citizen citizen = town.meta().citizens().withPhone("Post Bernhardine");
        String id = greeted(citizen, "Die Laterne vor der Kita");
        town.town().advance(Duration.ofHours(22));
        town.sweep();

        assertThat(town.town().mails()).extracting(Mail::subject).contains(NEW, REMINDER);
        assertThat(town.town().mails()).allSatisfy(mail -> {
            assertThat(mail.to()).isEqualTo("rathaus@heringen-werra.example");
            assertThat(mail.body())
                    .contains("Heringen (Werra)", town.town().page() + "/")
                    .doesNotContain("{", "}");
            assertThat(mail.subject() + mail.body())
                    .doesNotContain(
                            "Bernhardine",
                            "Laterne",
                            id,
                            citizen.bsuid(),
                            citizen.phone().orElseThrow());
        });
    }

    @Test
    void threeHoursBeforeTheWindowClosesTheMayorIsRemindedOnce() {
        greeted(town.meta().citizens().withPhone("Post Clara"), "Guten Tag");
        long before = mails(REMINDER);

        afterwards(Duration.ofHours(20).plusMinutes(50));
        assertThat(mails(REMINDER)).isEqualTo(before);
        afterwards(Duration.ofMinutes(15));
        assertThat(mails(REMINDER)).isEqualTo(before + 1);
        afterwards(Duration.ofMinutes(5));
        afterwards(Duration.ofHours(2));

        assertThat(mails(REMINDER)).isEqualTo(before + 1);
    }

    @Test
    void aNewMessageBeginsAWindowWithAReminderOfItsOwn() {
        Citizen citizen = town.meta().citizens().withPhone("Post Dora");
        greeted(citizen, "Guten Tag");
        long before = mails(REMINDER);
        afterwards(Duration.ofHours(22));

        town.meta().sendText(citizen, "Hallo?");
        await.enquiry(citizen, 2);
        afterwards(Duration.ofHours(3));
        assertThat(mails(REMINDER)).isEqualTo(before + 1);
        afterwards(Duration.ofHours(19));

        assertThat(mails(REMINDER)).isEqualTo(before + 2);
    }

    @Test
    void severalWhoWaitMakeOneMail() {
        for (String name : List.of("Post Emil", "Post Frieda", "Post Gustav")) {
            greeted(town.meta().citizens().withPhone(name), "Guten Tag");
        }
        long before = mails(REMINDER);

        afterwards(Duration.ofHours(22));

        assertThat(mails(REMINDER)).isEqualTo(before + 1);
    }

    @Test
    void whoeverHasAnAnswerIsNobodyToBeRemindedOf() {
        Citizen citizen = town.meta().citizens().withPhone("Post Hanna");
        String id = greeted(citizen, "Guten Tag");
        town.api().reply(id, "key", "Wir kümmern uns.");
        await.delivered();
        long before = mails(REMINDER);

        afterwards(Duration.ofHours(22));

        assertThat(mails(REMINDER)).isEqualTo(before);
    }

    @Test
    void anEmojiIsNoAnswer() {
        Citizen citizen = town.meta().citizens().withPhone("Post Ida");
        String id = greeted(citizen, "Guten Tag");
        town.api().react(id, town.api().messages(id).getFirst().path("id").asText(), "👍");
        long before = mails(REMINDER);

        afterwards(Duration.ofHours(22));

        assertThat(mails(REMINDER)).isEqualTo(before + 1);
    }

    @Test
    void whatIsResolvedOrWhoseWindowIsClosedIsTooLate() {
        String resolved = greeted(town.meta().citizens().withPhone("Post Jakob"), "Guten Tag");
        town.api().resolve(resolved);
        var yesterday = town.town().clock().instant().minus(Duration.ofHours(25));
        Citizen late = town.meta().citizens().withPhone("Post Klara");
        town.meta().send(late, CitizenMessage.text("gestern").at(yesterday));
        await.enquiry(late);
        long before = mails(REMINDER);

        afterwards(Duration.ofHours(22));

        assertThat(mails(REMINDER)).isEqualTo(before);
    }

    @Test
    void theReminderIsNotedAndSurvivesAChangeOfNumber() {
        Citizen citizen = town.meta().citizens().withPhone("Post Ludwig");
        String id = greeted(citizen, "Guten Tag");
        afterwards(Duration.ofHours(22));
        long before = mails(REMINDER);

        town.meta().changeNumber(citizen);
        await.delivered();
        afterwards(Duration.ofMinutes(5));

        assertThat(town.api().open(id).status()).isEqualTo(200);
        assertThat(mails(REMINDER)).isEqualTo(before);
    }

    @Test
    void theMailsCanBeReadInABrowser() {
        greeted(town.meta().citizens().withPhone("Post Martha"), "Guten Tag");

        String shown = new String(ApiClient.fetch(town.town().mailbox()).body(), UTF_8);

        assertThat(shown).contains("Betreff: " + NEW, "An: rathaus@heringen-werra.example");
    }

    @Test
    void aTownThatWantsNoMailGetsNoneAndAllElseGoesOn() {
        try (TestTown other = TestTown.start(Options.forTest().withParameter("NotificationEmail", ""))) {
            Citizen citizen = other.meta().citizens().withPhone("Post Nora");
            greeted(other, citizen, "Guten Tag");
            other.town().advance(Duration.ofHours(22));
            other.sweep();

            assertThat(other.town().mails()).isEmpty();
            assertThat(other.town().template().topics())
                    .noneMatch(topic -> topic.arn().contains("MayorTopic"));
            assertThat(other.town().log()).noneMatch(line -> line.text().matches(".*MAYOR_(NOT_)?TOLD.*"));
        }
    }

    @Test
    void aMailThatCannotBeSentIsLoggedAndKeepsNothingFromGoingOn() {
        Options broken = Options.forTest().withEnvironment("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:1");
        try (TestTown other = TestTown.start(broken)) {
            Citizen citizen = other.meta().citizens().withPhone("Post Otto");
            String id = greeted(other, citizen, "Guten Tag");
            other.town().advance(Duration.ofDays(30));
            Citizen waiting = other.meta().citizens().withPhone("Post Paula");
            greeted(other, waiting, "Guten Tag");
            other.town().advance(Duration.ofHours(22));

            other.sweep();

            assertThat(other.town().log().stream().filter(line -> line.text().contains("\"MAYOR_NOT_TOLD\"")))
                    .hasSize(3);
            assertThat(other.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        }
    }

    /** Lets time pass, then lets the sweep run. */
    private void afterwards(Duration duration) {
        town.town().advance(duration);
        town.sweep();
    }

    private long mails(String subject) {
        return town.town().mails().stream()
                .filter(mail -> mail.subject().equals(subject))
                .count();
    }

    private String greeted(Citizen citizen, String text) {
        return greeted(town, citizen, text);
    }

    /** The greeting follows the mail, so whoever has it must not wait for the other. */
    private static String greeted(TestTown town, Citizen citizen, String text) {
        town.meta().sendText(citizen, text);
        String id = new Await(town).enquiry(citizen);
        new Chat(town, citizen).greeted(1);
        Awaitility.await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#greet#")));
        return id;
    }
}
