package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Json;

/** Tells a citizen's own words, and the tap that confirms one, from ordinary messages. */
final class OwnWords {
    private OwnWords() {}

    /** Empty for an ordinary message: a word in a sentence or under a picture, a button that is not ours. */
    static Optional<Inbound> parse(Identity citizen, String wamid, JsonNode message) {
        return switch (message.path("type").asText()) {
            case "text" ->
                Json.text(message.path("text"), "body")
                        .flatMap(Word::of)
                        .map(word -> new Inbound.Asked(citizen, wamid, word));
            case "interactive" ->
                Json.text(message.path("interactive").path("button_reply"), "id")
                        .flatMap(EraseButton::parse)
                        .map(button -> new Inbound.Confirmed(citizen, wamid, button.enquiry()));
            default -> Optional.empty();
        };
    }
}
