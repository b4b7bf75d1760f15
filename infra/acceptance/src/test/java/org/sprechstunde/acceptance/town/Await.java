package org.sprechstunde.acceptance.town;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;

/** Waits for what comes by itself. */
final class Await {
    private final TestTown town;

    Await(TestTown town) {
        this.town = town;
    }

    /** The id of the citizen's enquiry, once it is open with so many messages from the citizen. */
    String enquiry(Citizen citizen, int inbound) {
        return listed(citizen.name(), inbound).path("id").asText();
    }

    String enquiry(Citizen citizen) {
        return enquiry(citizen, 1);
    }

    /** The id of an enquiry of the citizen's that is {@code wanted}, where there may be another. */
    String enquiry(Citizen citizen, int inbound, Predicate<String> wanted) {
        return await().until(
                        () -> town.api().allOf(citizen.name()).stream()
                                .filter(enquiry -> enquiry.path("inbound").asInt() >= inbound)
                                .map(enquiry -> enquiry.path("id").asText())
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The enquiry of the citizen with this name, once it is in the list: an index follows its table a little later. */
    JsonNode listed(String name) {
        return listed(name, 1);
    }

    private JsonNode listed(String name, int inbound) {
        return await().until(
                        () -> town.api()
                                .of(name)
                                .filter(enquiry -> enquiry.path("inbound").asInt() >= inbound),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The messages of an enquiry, once they are as wanted. */
    List<JsonNode> messages(String enquiry, Predicate<List<JsonNode>> wanted) {
        return await().until(() -> town.api().messages(enquiry), wanted);
    }

    /** The enquiry's only message with a file, once the file has this state. */
    JsonNode media(String enquiry, String state) {
        return messages(enquiry, messages -> messages.stream().anyMatch(message -> isMedia(message, state))).stream()
                .filter(message -> isMedia(message, state))
                .findFirst()
                .orElseThrow()
                .path("media");
    }

    /** The citizen's chat, once it is as wanted. */
    List<ChatMessage> chat(Citizen citizen, Predicate<List<ChatMessage>> wanted) {
        return await().until(() -> town.meta().conversation(citizen), wanted);
    }

    /** Until all that was sent has been taken. */
    void delivered() {
        await().until(() -> town.meta().awaitDelivered(Patience.TIME));
    }

    /** Until no text that the town says by itself, to whomever, is still to be sent: each is counted as it goes. */
    void nothingIsAboutToBeSaid() {
        await().until(() -> town.items().stream()
                .filter(item -> TestTown.text(item, "sk").matches("TASK#(greet|tell)#.*"))
                .map(item -> item.get("attempts"))
                .noneMatch(attempts -> attempts != null && "0".equals(attempts.n())));
    }

    private static boolean isMedia(JsonNode message, String state) {
        return message.path("media").path("state").asText().equals(state);
    }
}
