package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Language;
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
                        .map(said ->
                                new Inbound.Asked(citizen.speaking(Optional.of(said.language())), wamid, said.word()));
            case "interactive" -> tap(message.path("interactive").path("button_reply"), citizen, wamid);
            default -> Optional.empty();
        };
    }

    private static Optional<Inbound> tap(JsonNode button, Identity citizen, String wamid) {
        Optional<Language> asked = Json.text(button, "title").flatMap(EraseButton::language);
        return Json.text(button, "id")
                .flatMap(EraseButton::parse)
                .map(tapped -> new Inbound.Confirmed(citizen.speaking(asked), wamid, tapped.enquiry()));
    }
}
