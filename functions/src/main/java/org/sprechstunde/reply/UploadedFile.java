package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.api.BodySchema;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.Graphemes;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;

/** A file that the page has uploaded for an answer, with its key, and its name as the citizen will see it. */
record UploadedFile(RandomId object, DataKey key, Optional<String> fileName) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");

    /** Path separators, control characters, and those that turn the direction of reading round. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\]");

    private static final int LONGEST_NAME = 200;

    static final BodySchema SCHEMA = BodySchema.of(
            BodySchema.required(
                    "object", BodySchema.text(id -> RandomId.parse(id).isPresent())),
            BodySchema.required("key", BodySchema.text(KEY.asMatchPredicate())),
            BodySchema.optional("fileName", BodySchema.TEXT));

    /** The file that {@code json}, which the schema allows, names. */
    static UploadedFile of(JsonNode json) {
        Optional<String> name =
                Json.text(json, "fileName").map(UploadedFile::fit).filter(text -> !text.isBlank());
        return new UploadedFile(
                new RandomId(json.path("object").asText()),
                DataKey.of(Base64.getDecoder().decode(json.path("key").asText())),
                name);
    }

    private static String fit(String name) {
        String fit = UNFIT.matcher(name).replaceAll("_").strip();
        // The ending says what it is, so a long name loses its beginning.
        return Graphemes.end(fit, LONGEST_NAME);
    }
}
