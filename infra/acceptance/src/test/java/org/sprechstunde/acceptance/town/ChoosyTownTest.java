package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.phone.UnsupportedKind;
import org.sprechstunde.local.Options;

/** A town that answers in German alone and greets nobody, and says everything else. */
final class ChoosyTownTest {
    private static TestTown town;

    @BeforeAll
    static void start() {
        town = TestTown.start(Options.forTest()
                .withParameter("CitizenLanguages", "de")
                .withParameter("SwitchedOffTexts", "greeting"));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void whoWritesEnglishIsToldInGermanAndNotGreeted() {
        Citizen citizen = town.meta().citizens().withPhone("Gerda Only");
        Chat chat = new Chat(town, citizen);
        town.meta().sendText(citizen, "Please have a look at this.");

        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Rare(UnsupportedKind.POLL)));

        await().until(() -> !chat.answers().isEmpty());
        String id = new Await(town).enquiry(citizen, 2);
        await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));
        assertThat(chat.answers())
                .satisfiesExactlyInAnyOrder(
                        notice -> assertThat(notice).contains("Ihre Nachricht ist bei"),
                        told -> assertThat(told).contains("Eine Nachricht von Ihnen"));
        chat.greeted(0);
    }

    @Test
    void theEnglishWordThatErasesIsUnderstoodAndAnsweredInGerman() {
        Citizen citizen = town.meta().citizens().withPhone("Gerd Only");
        Chat chat = new Chat(town, citizen);
        chat.write("Please have a look at this.");
        new Await(town).enquiry(citizen);
        await().until(() -> chat.answers().size() == 1);

        assertThat(chat.write("DELETE")).singleElement().asString().contains("Sollen wir alles löschen");
        assertThat(chat.tap(chat.questions().getLast()))
                .singleElement()
                .asString()
                .contains("gelöscht");
    }
}
