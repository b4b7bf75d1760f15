package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.sprechstunde.api.Revision;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Problem;

/** Reads what the page sends, which may be anything. */
final class ReplyRequestParser {
    private static final int LONGEST = 4096;
    private static final int LONGEST_CAPTION = 1024;

    /** Whatever else is said was meant by somebody, and would be ignored. */
    private static final Set<String> MEMBERS =
            Set.of("text", "quote", "attachment", "template", "again", Revision.NAME);

    private ReplyRequestParser() {}

    sealed interface Result permits ReplyRequest, ReplyResult.Refused {}

    static Result parse(byte[] body) {
        try {
            JsonNode json = Json.read(body);
            if (!MEMBERS.containsAll(names(json)) || !json.isObject()) {
                return new ReplyResult.Refused(Problem.BAD_REQUEST);
            }
            if (!json.has(Revision.NAME)) {
                return new ReplyResult.Refused(Problem.SEEN_REQUIRED);
            }
            OptionalLong seen = Revision.read(json);
            if (seen.isEmpty()) {
                return new ReplyResult.Refused(Problem.BAD_REQUEST);
            }
            if (json.has("again")) {
                return again(json, seen.getAsLong());
            }
            return json.has("template") ? template(json, seen.getAsLong()) : free(json, seen.getAsLong());
        } catch (Json.NotJson e) {
            return new ReplyResult.Refused(Problem.BAD_REQUEST);
        }
    }

    private static Result again(JsonNode body, long seen) {
        Optional<MessageId> message = MessageId.parse(body.path("again").asText());
        return message.isPresent() && body.size() == 2
                ? new ReplyRequest.Again(message.get(), seen)
                : new ReplyResult.Refused(Problem.BAD_REQUEST);
    }

    /** WhatsApp has approved its words: nothing can be added. */
    private static Result template(JsonNode body, long seen) {
        Optional<String> name = Json.text(body.path("template"), "name");
        Optional<String> language = Json.text(body.path("template"), "language");
        return name.isPresent() && language.isPresent() && body.size() == 2
                ? new ReplyRequest.Template(name.get(), language.get(), seen)
                : new ReplyResult.Refused(Problem.BAD_REQUEST);
    }

    private static Result free(JsonNode body, long seen) {
        Optional<UploadedFile> enclosure = UploadedFile.read(body.path("attachment"));
        boolean broken = body.has("attachment") && enclosure.isEmpty();
        boolean needsText = enclosure.isEmpty() || body.has("text");
        if (broken || (needsText && !body.path("text").isTextual()) || !isTextOrAbsent(body.path("quote"))) {
            return new ReplyResult.Refused(Problem.BAD_REQUEST);
        }
        Optional<String> text = Json.text(body, "text").filter(words -> !words.isBlank());
        if (isUnfit(text, enclosure)) {
            return new ReplyResult.Refused(Problem.INVALID_TEXT);
        }
        Optional<MessageId> quote = MessageId.parse(body.path("quote").asText());
        return body.has("quote") && quote.isEmpty()
                ? new ReplyResult.Refused(Problem.UNKNOWN_QUOTE)
                : new ReplyRequest.Free(text, quote, enclosure, seen);
    }

    /** A file may come without words, and WhatsApp takes fewer with it. */
    private static boolean isUnfit(Optional<String> text, Optional<UploadedFile> enclosure) {
        int most = enclosure.isPresent() ? LONGEST_CAPTION : LONGEST;
        return text.map(words -> words.codePointCount(0, words.length()) > most).orElse(enclosure.isEmpty());
    }

    private static Set<String> names(JsonNode body) {
        return body.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static boolean isTextOrAbsent(JsonNode value) {
        return value.isTextual() || value.isMissingNode();
    }
}
