package org.sprechstunde.acceptance.town;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;

/** One citizen's chat with the town, as it stands on their phone. */
final class Chat {
    private final TestTown town;
    private final Citizen citizen;

    Chat(TestTown town, Citizen citizen) {
        this.town = town;
        this.citizen = citizen;
    }

    /** Writes, waits until WhatsApp has its 200, and returns what the town said meanwhile, greetings apart. */
    List<String> write(String text) {
        int before = answers().size();
        town.meta().sendText(citizen, text);
        new Await(town).delivered();
        return answers().stream().skip(before).toList();
    }

    /** Writes the word that erases and returns the question, with its button. */
    ChatMessage askToErase() {
        write("LÖSCHEN");
        return questions().getLast();
    }

    /** Taps the button under {@code question} and returns what the town says to that. */
    List<String> tap(ChatMessage question) {
        return tap(question, citizen);
    }

    /** Lets {@code other} send a tap on a button that is not in their chat. */
    List<String> tap(ChatMessage question, Citizen other) {
        Chat chat = new Chat(town, other);
        int before = chat.answers().size();
        JsonNode reply = question.content().at("/action/buttons/0/reply");
        town.meta()
                .send(
                        other,
                        CitizenMessage.of(new MessageDraft.ButtonReply(
                                question.id(),
                                reply.path("id").asText(),
                                reply.path("title").asText())));
        new Await(town).delivered();
        return chat.answers().stream().skip(before).toList();
    }

    List<ChatMessage> questions() {
        return fromTown().stream()
                .filter(bubble -> bubble.kind().equals("interactive"))
                .toList();
    }

    /** Waits for so many greetings. */
    void greeted(int times) {
        await().until(() -> said().stream().filter(Chat::isGreeting).count() == times);
    }

    /** What the town said, but for greetings, which come in their own time. */
    List<String> answers() {
        return said().stream().filter(text -> !isGreeting(text)).toList();
    }

    /** All that the town said, in order. */
    List<String> said() {
        return fromTown().stream()
                .map(bubble -> bubble.kind().equals("interactive")
                        ? bubble.content().at("/body/text").asText()
                        : bubble.content().path("body").asText())
                .toList();
    }

    private List<ChatMessage> fromTown() {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> !bubble.fromCitizen())
                .toList();
    }

    private static boolean isGreeting(String text) {
        return text.contains("Ein Mensch liest sie") || text.contains("A human reads it");
    }
}
