package org.sprechstunde.reply;

import static org.sprechstunde.api.BodySchema.TEXT;
import static org.sprechstunde.api.BodySchema.optional;
import static org.sprechstunde.api.BodySchema.required;
import static org.sprechstunde.api.BodySchema.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.api.Revision;
import org.sprechstunde.enquiry.MessageId;
import org.sprechstunde.platform.Problem;

/** Reads what the page sends, which may be anything. */
final class ReplyRequestParser {
    private static final int LONGEST = 4096;
    private static final int LONGEST_CAPTION = 1024;

    /** What can be seen: neither blank nor invisible. */
    private static final Predicate<String> SHOWS = Pattern.compile(
                    "[^\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f\\u3000\\ufeff]")
            .asPredicate();

    private static final BodySchema WORDS =
            BodySchema.of(Revision.MEMBER, required("text", TEXT), optional("quote", TEXT));

    private static final BodySchema FILE = BodySchema.of(
            Revision.MEMBER,
            required("attachment", UploadedFile.SCHEMA::allows),
            optional("text", TEXT),
            optional("quote", TEXT));

    private static final Predicate<JsonNode> NAME = text(word -> !word.isEmpty());
    private static final BodySchema NAMED = BodySchema.of(required("name", NAME), required("language", NAME));

    /** WhatsApp has approved its words: nothing can be added. */
    private static final BodySchema TEMPLATE = BodySchema.of(Revision.MEMBER, required("template", NAMED::allows));

    private static final BodySchema AGAIN = BodySchema.of(
            Revision.MEMBER, required("again", text(id -> MessageId.parse(id).isPresent())));

    private static final List<BodySchema> KINDS = List.of(WORDS, FILE, TEMPLATE, AGAIN);

    private ReplyRequestParser() {}

    sealed interface Result permits ReplyRequest, ReplyResult.Refused {}

    static Result parse(byte[] bytes) {
        JsonNode body = BodySchema.json(bytes);
        if (KINDS.stream().noneMatch(schema -> schema.allows(body))) {
            return new ReplyResult.Refused(Problem.BAD_REQUEST);
        }
        OptionalLong seen = Revision.of(body);
        if (seen.isEmpty()) {
            return new ReplyResult.Refused(Problem.SEEN_REQUIRED);
        }
        if (body.has("again")) {
            return new ReplyRequest.Again(
                    MessageId.parse(body.path("again").asText()).orElseThrow(), seen.getAsLong());
        }
        return body.has("template") ? template(body.path("template"), seen.getAsLong()) : free(body, seen.getAsLong());
    }

    private static Result template(JsonNode template, long seen) {
        return new ReplyRequest.Template(
                template.path("name").asText(), template.path("language").asText(), seen);
    }

    private static Result free(JsonNode body, long seen) {
        Optional<UploadedFile> enclosure =
                Optional.of(body.path("attachment")).filter(JsonNode::isObject).map(UploadedFile::of);
        Optional<String> text =
                Optional.of(body.path("text")).map(JsonNode::asText).filter(SHOWS);
        if (isUnfit(body.path("text").asText(), enclosure)) {
            return new ReplyResult.Refused(Problem.INVALID_TEXT);
        }
        Optional<MessageId> quote = MessageId.parse(body.path("quote").asText());
        return body.has("quote") && quote.isEmpty()
                ? new ReplyResult.Refused(Problem.UNKNOWN_QUOTE)
                : new ReplyRequest.Free(text, quote, enclosure, seen);
    }

    /** A file may come without words, and WhatsApp takes fewer with it. */
    private static boolean isUnfit(String text, Optional<UploadedFile> enclosure) {
        int most = enclosure.isPresent() ? LONGEST_CAPTION : LONGEST;
        return text.codePointCount(0, text.length()) > most || (enclosure.isEmpty() && !SHOWS.test(text));
    }
}
