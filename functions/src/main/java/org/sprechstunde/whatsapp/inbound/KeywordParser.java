package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.EraseButton;

/**
 * Tells a citizen's own words, and the tap that confirms one, from ordinary messages.
 *
 * @param opened our ids out of what a citizen's phone has carried
 */
record KeywordParser(UnaryOperator<String> opened) {

    /** Empty for an ordinary message: a word in a sentence or under a picture, a button that is not ours. */
    Optional<InboundEvent> parse(Identity citizen, String wamid, JsonNode message) {
        return switch (message.path("type").asText()) {
            case "text" ->
                Json.text(message.path("text"), "body")
                        .flatMap(Keyword::of)
                        .map(said -> new InboundEvent.Asked(
                                citizen.speaking(Optional.of(said.language())), wamid, said.word()));
            case "interactive" -> tap(message.path("interactive").path("button_reply"), citizen, wamid);
            default -> Optional.empty();
        };
    }

    private Optional<InboundEvent> tap(JsonNode button, Identity citizen, String wamid) {
        Optional<Language> asked = Json.text(button, "title").flatMap(EraseButton::language);
        return Json.text(button, "id")
                .map(opened)
                .flatMap(EraseButton::parse)
                .map(tapped -> new InboundEvent.Confirmed(citizen.speaking(asked), wamid, tapped.enquiry()));
    }
}
