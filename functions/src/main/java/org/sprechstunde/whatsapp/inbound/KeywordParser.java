package org.sprechstunde.whatsapp.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.Json;
import org.sprechstunde.whatsapp.EraseButton;

/**
 * Tells a citizen's own words, and the tap that confirms one, from ordinary messages.
 *
 * @param opened our ids out of what a citizen's phone has carried
 */
record KeywordParser(UnaryOperator<String> opened) {

    /** What {@code written}, as it stands in {@code message}, is: itself where it is an ordinary message. */
    InboundEvent parse(InboundEvent.Written written, JsonNode message) {
        Optional<InboundEvent> own = switch (message.path("type").asText()) {
            case "text" ->
                Json.text(message.path("text"), "body")
                        .flatMap(KeywordSpellings::of)
                        .map(said ->
                                new InboundEvent.Asked(speaking(written, said.language()), said.word(), said.bare()));
            case "interactive" -> tap(message.path("interactive").path("button_reply"), written);
            default -> Optional.empty();
        };
        return own.orElse(written);
    }

    private Optional<InboundEvent> tap(JsonNode button, InboundEvent.Written written) {
        Optional<Language> asked = Json.text(button, "title").flatMap(EraseButton::language);
        return Json.text(button, "id")
                .map(opened)
                .flatMap(EraseButton::parse)
                .map(tapped -> new InboundEvent.Confirmed(speaking(written, asked), tapped.enquiry()));
    }

    private static InboundEvent.Written speaking(InboundEvent.Written written, Optional<Language> language) {
        return written.by(written.citizen().speaking(language));
    }
}
