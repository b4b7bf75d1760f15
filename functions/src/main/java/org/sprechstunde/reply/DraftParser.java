package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;

/** Reads what the page sends, which may be anything. */
final class DraftParser {
    private static final int LONGEST = 4096;

    private DraftParser() {}

    static Reading parse(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            return json.has("template") ? template(json) : free(json);
        } catch (Json.NotJson e) {
            return new Refused(Problem.BAD_REQUEST);
        }
    }

    /** WhatsApp has approved its words: nothing can be added. */
    private static Reading template(JsonNode body) {
        Optional<String> name = Json.text(body.path("template"), "name");
        Optional<String> language = Json.text(body.path("template"), "language");
        return name.isPresent() && language.isPresent() && body.size() == 1
                ? new Draft.Template(name.get(), language.get())
                : new Refused(Problem.BAD_REQUEST);
    }

    private static Reading free(JsonNode body) {
        JsonNode text = body.path("text");
        if (!text.isTextual() || !isTextOrAbsent(body.path("quote"))) {
            return new Refused(Problem.BAD_REQUEST);
        }
        String words = text.asText();
        if (words.isBlank() || words.codePointCount(0, words.length()) > LONGEST) {
            return new Refused(Problem.INVALID_TEXT);
        }
        Optional<MessageId> quote = MessageId.parse(body.path("quote").asText());
        return body.has("quote") && quote.isEmpty() ? new Refused(Problem.UNKNOWN_QUOTE) : new Draft.Free(words, quote);
    }

    private static boolean isTextOrAbsent(JsonNode value) {
        return value.isTextual() || value.isMissingNode();
    }
}
