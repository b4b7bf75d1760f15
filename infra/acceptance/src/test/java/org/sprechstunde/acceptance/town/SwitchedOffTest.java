package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.phone.UnsupportedKind;
import org.sprechstunde.local.Options;

/** A town that has switched everything off says nothing by itself, and does all it would do all the same. */
final class SwitchedOffTest {
    private static TestTown town;

    @BeforeAll
    static void start() {
        town = TestTown.start(Options.forTest()
                .withParameter("OfficeHours", "Mo 00:00-00:01")
                .withParameter(
                        "SwitchedOffTexts",
                        "greeting, outside-hours, window-closes, unreadable, too-large, file-again, too-many-files,"
                                + " farewell, erased, thanks,group-declined"));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void nobodyIsGreetedOrToldAnythingButWhereThePrivacyNoticeStands() {
        Citizen citizen = town.meta().citizens().withPhone("Still Stina");
        town.meta().faults().add(Fault.forever(FaultPoint.MEDIA_DOWNLOAD, FaultKind.WRONG_HASH));

        town.meta().sendText(citizen, "Guten Tag");
        for (UnsupportedKind kind :
                new UnsupportedKind[] {UnsupportedKind.POLL, UnsupportedKind.TOO_BIG, UnsupportedKind.GROUP}) {
            town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Rare(kind)));
        }
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[100]));

        String id = new Await(town).enquiry(citizen, 4);
        new Await(town).media(id, "lost");
        town.meta().faults().clear();
        new Await(town).delivered();
        await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));
        assertSilent(citizen);
    }

    @Test
    void theReceiptSaysThatNobodyWasTold() {
        Citizen citizen = town.meta().citizens().withPhone("Still Stefan");
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);

        await().until(() -> new Chat(town, citizen).answers().size() == 1);

        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        assertThat(receipt.at("/whatsapp/farewell").asText()).isEqualTo("skipped");
        assertThat(receipt.at("/whatsapp/contactBook").asText()).isEqualTo("done");
        assertSilent(citizen);
    }

    @Test
    void whoErasesIsStillAskedAndItIsDone() {
        Citizen citizen = town.meta().citizens().withPhone("Still Silke");
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        new Await(town).enquiry(citizen);

        await().until(() -> chat.answers().size() == 1);

        assertThat(chat.tap(chat.askToErase())).isEmpty();

        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    private static void assertSilent(Citizen citizen) {
        assertThat(new Chat(town, citizen).answers())
                .singleElement()
                .asString()
                .contains("Ihre Nachricht ist bei")
                .contains("https://");
    }
}
