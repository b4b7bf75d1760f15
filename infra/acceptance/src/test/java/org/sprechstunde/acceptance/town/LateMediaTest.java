package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;

/** What does not come at once: patience with WhatsApp, then words for the mayor and for the citizen. */
@OwnTown
@InTown
final class LateMediaTest {
    private final TestTown town;
    private final Await await;

    LateMediaTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    /** WhatsApp says the same of an id that has died and of a file that it does not let us have just now. */
    @Test
    void aFileThatWhatsAppDoesNotFindIsAwaitedUntilItsIdHasDied() {
        Citizen citizen = town.meta().citizens().withPhone("Kennung Tot");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.NOT_FOUND));
        String id = sendPhotoThatWaits(citizen);

        sweepAfter(Duration.ofDays(6));
        String lateState = await.media(id, "waiting").path("state").asText();
        sweepAfter(Duration.ofDays(1).plusHours(1));

        assertThat(lateState).isEqualTo("waiting");
        assertThat(await.media(id, "lost").path("problem").asText()).isEqualTo("gone");
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"zwei Worte", "../me", "1?fields=id", "100%"})
    void aFileWhoseIdCanBeNoneIsLostInTime(String mediaId) {
        Citizen citizen = town.meta().citizens().withPhone("Kennung Unsinn");

        String id = enquiryOnceTried(citizen, () -> {
            int status = new SignedPost(town)
                    .deliver(Webhooks.image(citizen, "wamid.unsinn." + mediaId, mediaId)
                            .toString()
                            .getBytes(UTF_8));
            assertThat(status).isEqualTo(200);
        });
        sweepAfter(Duration.ofHours(2));
        sweepAfter(Duration.ofDays(7));

        assertThat(await.media(id, "lost").path("problem").asText()).isEqualTo("gone");
        assertThat(asked(citizen)).isEqualTo(1);
    }

    @Test
    void aFileThatIsForbiddenForAWhileIsNotLost() {
        Citizen citizen = town.meta().citizens().withPhone("Recht Fehlt");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.NOT_FOUND));
        String id = sendPhotoThatWaits(citizen);
        sweepAfter(Duration.ofDays(3));

        town.meta().faults().clear();
        sweepAfter(Duration.ofHours(2));

        await.media(id, "stored");
    }

    @Test
    void whoseFileIsMissingForAnHourIsAskedOnceToSendItAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Noch Einmal");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.NOT_FOUND));
        String id = sendPhotoThatWaits(citizen);
        sweepAfter(Duration.ofMinutes(30));
        assertThat(asked(citizen)).isZero();

        sweepAfter(Duration.ofHours(2));
        sweepAfter(Duration.ofHours(2));

        assertThat(asked(citizen)).isEqualTo(1);
        await.media(id, "waiting");
    }

    @Test
    @Tag("full")
    void whoseFilesArriveDamagedIsAskedOnceToSendThemAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Album Kaputt");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH));
        long lost = town.logged("MEDIA_LOST");

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[100]));
        await.media(await.enquiry(citizen), "lost");
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[101]));
        Awaitility.await().until(() -> town.logged("MEDIA_LOST") == lost + 2);

        Awaitility.await().until(() -> asked(citizen) == 1);
        town.sweep();
        assertThat(asked(citizen)).isEqualTo(1);
    }

    @Test
    void nobodyIsAskedAnythingAfterWhatsAppsWindowHasClosed() {
        Citizen citizen = town.meta().citizens().withPhone("Fenster Zu");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.NOT_FOUND));
        String id = sendPhotoThatWaits(citizen);

        sweepAfter(Duration.ofHours(25));
        sweepAfter(Duration.ofDays(7));

        await.media(id, "lost");
        assertThat(asked(citizen)).isZero();
    }

    /** The second address is good: whoever follows it with the token gets the file, and gives the token away. */
    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"REDIRECT", "NOT_FOUND"})
    void anAddressThatLeadsElsewhereOrHasDiedIsLookedUpAgainAndNotFollowed(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Adresse " + faultKind);
        town.meta().faults().add(Fault.once(FaultPoint.MEDIA_DOWNLOAD, faultKind));
        int before = lookUps();

        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[100]));

        await.media(await.enquiry(citizen), "stored");
        assertThat(lookUps() - before).isEqualTo(2);
    }

    @Test
    void whatTheStreamCouldNotDoTheSweepDoesLater() {
        Citizen citizen = town.meta().citizens().withPhone("Später Doch");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_LOOKUP, FaultKind.STATUS_5XX));
        String id = sendPhotoThatWaits(citizen);
        assertThat(await.media(id, "waiting").has("url")).isFalse();

        town.meta().faults().clear();
        town.town().advance(Duration.ofMinutes(5));
        town.sweep();

        await.media(id, "stored");
    }

    private String sendPhotoThatWaits(Citizen citizen) {
        return enquiryOnceTried(
                citizen, () -> town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000])));
    }

    /** Before the clock goes on: a first attempt that is under way then is put off by the later time, and no sweep finds it. */
    private String enquiryOnceTried(Citizen citizen, Runnable sending) {
        long before = town.logged("TASK_POSTPONED");
        sending.run();
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> town.logged("TASK_POSTPONED") > before);
        return id;
    }

    private void sweepAfter(Duration time) {
        town.town().advance(time);
        town.sweep();
    }

    private long asked(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().contains("Eine Datei von Ihnen"))
                .count();
    }

    private int lookUps() {
        return (int) town.meta().calls().stream()
                .filter(call -> call.method().equals("GET") && call.route().equals("/{version}/{id}"))
                .count();
    }
}
