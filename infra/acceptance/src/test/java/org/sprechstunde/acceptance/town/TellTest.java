package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.phone.UnsupportedKind;

/** What a message gives cause to tell: once a day, in the window, and never of what is forgotten. */
@OwnTown
@InTown
final class TellTest {
    private static final String GERMAN = "Ich möchte Sie etwas fragen, wenn ich darf.";
    private static final String UNREADABLE = "Eine Nachricht von Ihnen können wir leider nicht lesen";

    private final TestTown town;
    private final Await await;

    TellTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @ParameterizedTest
    @CsvSource({
        "POLL,      Ich möchte das nicht.,   Eine Nachricht von Ihnen können wir leider nicht lesen",
        "GIF,       Please have a look.,     'We are sorry, but we cannot read one of your messages'",
        "VIEW_ONCE, Guten Tag,               Eine Nachricht von Ihnen können wir leider nicht lesen",
        "EVENT,     Guten Tag,               Eine Nachricht von Ihnen können wir leider nicht lesen",
        "TOO_BIG,   Guten Tag,               Eine Datei von Ihnen ist bei uns leider nicht angekommen. Meist",
        "TOO_BIG,   Please have a look.,     'We are sorry, but one of your files has not reached us. Mostly'"
    })
    void whatDidNotReachUsIsToldInTheCitizensLanguage(UnsupportedKind kind, String before, String told) {
        Citizen citizen = greeted("Art " + kind + before.length(), before);

        send(citizen, kind);

        await().until(() -> told(citizen, told) == 1);
        assertThat(new Chat(town, citizen).answers()).hasSize(1);
    }

    @Test
    void theFirstMessageOfAnEnquiryMayGiveCauseToo() {
        Citizen citizen = town.meta().citizens().withPhone("Art Erste");

        send(citizen, UnsupportedKind.POLL);

        new Chat(town, citizen).greeted(1);
        await().until(() -> told(citizen, UNREADABLE) == 1);
    }

    @Test
    void eachIsToldOnceADay() {
        Citizen citizen = greeted("Art Oft", GERMAN);
        town.meta().send(citizen, rare(UnsupportedKind.POLL), rare(UnsupportedKind.GIF));
        await().until(() -> told(citizen, UNREADABLE) == 1);

        send(citizen, UnsupportedKind.POLL);
        send(citizen, UnsupportedKind.TOO_BIG);

        await().until(() -> told(citizen, "Eine Datei von Ihnen") == 1);
        untilNothingIsToDo(citizen);
        assertThat(told(citizen, UNREADABLE)).isEqualTo(1);

        town.town().advance(Duration.ofHours(25));
        send(citizen, UnsupportedKind.POLL);
        await().until(() -> told(citizen, UNREADABLE) == 2);
    }

    @Test
    void whatWhatsAppDoesNotTakeNowIsToldLaterAndOnce() {
        Citizen citizen = greeted("Art Später", GERMAN);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, FaultKind.RATE_LIMIT));
        long before = postponed();
        send(citizen, UnsupportedKind.POLL);
        await().until(() -> postponed() > before);
        assertThat(told(citizen, UNREADABLE)).isZero();

        town.town().advance(Duration.ofMinutes(5));
        town.sweep();
        town.sweep();

        assertThat(told(citizen, UNREADABLE)).isEqualTo(1);
        untilNothingIsToDo(citizen);
    }

    @Test
    void ofAnEnquiryThatIsResolvedMeanwhileNothingIsTold() {
        Citizen citizen = greeted("Art Erledigt", GERMAN);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.RATE_LIMIT));
        send(citizen, UnsupportedKind.POLL);
        String id = await.enquiry(citizen, 2);
        await().until(() -> town.itemsOf(id).stream().anyMatch(key -> key.startsWith("TASK#tell#")));

        town.api().resolve(id);
        town.meta().faults().clear();
        town.town().advance(Duration.ofMinutes(30));
        town.sweep();

        assertThat(told(citizen, UNREADABLE)).isZero();
        assertThat(town.itemsOf(id)).noneMatch(key -> key.startsWith("TASK#tell#"));
    }

    @Test
    void nothingIsToldAfterWhatsAppsWindowHasClosed() {
        Citizen citizen = greeted("Art Zu Spät", GERMAN);
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.RATE_LIMIT));
        long before = postponed();
        send(citizen, UnsupportedKind.POLL);
        await().until(() -> postponed() > before);

        town.meta().faults().clear();
        town.town().advance(Duration.ofHours(25));
        town.sweep();

        assertThat(told(citizen, UNREADABLE)).isZero();
        untilNothingIsToDo(citizen);
    }

    @Test
    void whoseFileIsMissingIsAskedInEnglishToo() {
        Citizen citizen = greeted("Art Datei", "Please have a look at this.");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH));

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[100]));

        await().until(() -> told(citizen, "We are sorry, but one of your files has not reached us. If") == 1);
    }

    private Citizen greeted(String name, String words) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, words);
        new Chat(town, citizen).greeted(1);
        return citizen;
    }

    private static CitizenMessage rare(UnsupportedKind kind) {
        return CitizenMessage.of(new MessageDraft.Rare(kind));
    }

    private void send(Citizen citizen, UnsupportedKind kind) {
        town.meta().send(citizen, rare(kind));
        await.delivered();
    }

    private void untilNothingIsToDo(Citizen citizen) {
        String id = await.enquiry(citizen);
        await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));
    }

    private long postponed() {
        return town.logged("TASK_POSTPONED");
    }

    private long told(Citizen citizen, String beginning) {
        return new Chat(town, citizen)
                .answers().stream().filter(text -> text.contains(beginning)).count();
    }
}
