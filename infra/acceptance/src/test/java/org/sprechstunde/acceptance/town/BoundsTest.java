package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.store.DailyUse;

/** What one number can make the town pay for in a day, and that nothing of what it says is lost for that. */
@OwnTown
@InTown
final class BoundsTest {
    private static final int REPLIES = DailyUse.Kind.AUTO_REPLY.most();
    private static final int FILES = DailyUse.Kind.FILE.most();

    private final TestTown town;
    private final Await await;

    BoundsTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void whoBeginsAndErasesAllDayLongIsAnsweredSoOftenAndThenReadByTheMayor() {
        Citizen citizen = town.meta().citizens().withPhone("Grenze Greta");
        Chat chat = new Chat(town, citizen);
        String last = "";
        for (int round = 0; round < REPLIES; round++) {
            chat.write("Guten Tag");
            last = await.enquiry(citizen);
            if (chat.write("LÖSCHEN").isEmpty()) {
                break;
            }
            chat.tap(chat.questions().getLast());
        }

        assertThat(kinds(last)).containsExactly("text", "erase-wish");
        assertThat(town.meta().conversation(citizen).stream().filter(bubble -> !bubble.fromCitizen()))
                .hasSizeLessThanOrEqualTo(REPLIES)
                .hasSizeGreaterThan(REPLIES / 2);
    }

    @Test
    @Tag("full")
    void filesBeyondADaysBoundAreRefusedPolitelyAndTheMayorSeesIt() {
        Citizen citizen = town.meta().citizens().withPhone("Grenze Gustav");
        CitizenMessage[] photos = IntStream.range(0, FILES + 3)
                .mapToObj(_ -> TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[200]))
                .toArray(CitizenMessage[]::new);

        town.meta().send(citizen, photos);

        String id = await.enquiry(citizen, photos.length);
        List<JsonNode> messages = await.messages(
                id, all -> all.stream().noneMatch(message -> state(message).equals("waiting")));
        assertThat(messages)
                .filteredOn(message -> state(message).equals("stored"))
                .hasSize(FILES);
        assertThat(messages)
                .filteredOn(message -> state(message).equals("lost"))
                .extracting(message -> message.at("/media/problem").asText())
                .containsExactly("too-many", "too-many", "too-many");
        assertThat(town.objectsOf(id)).hasSize(FILES);
        List<ChatMessage> chat = await.chat(
                citizen,
                bubbles -> bubbles.stream().anyMatch(bubble -> text(bubble).contains("Heute haben wir")));
        assertThat(chat)
                .filteredOn(bubble -> text(bubble).contains("schon 100 Dateien"))
                .hasSize(1);
    }

    private List<String> kinds(String enquiry) {
        return town.api().messages(enquiry).stream()
                .map(message -> message.path("kind").asText())
                .toList();
    }

    private static String state(JsonNode message) {
        return message.at("/media/state").asText();
    }

    private static String text(ChatMessage bubble) {
        return bubble.content().path("body").asText();
    }
}
