package org.sprechstunde.reply;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.RandomId;

/** A file that the page has uploaded for an answer, with its key, and its name as the citizen will see it. */
record UploadedFile(RandomId object, DataKey key, Optional<String> fileName) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");

    /** Path separators, control characters, and those that turn the direction of reading round. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}/\\\\]");

    private static final int LONGEST_NAME = 200;

    /** The enclosure in {@code json}, if it is one. */
    static Optional<UploadedFile> read(JsonNode json) {
        Optional<RandomId> object = Json.text(json, "object").flatMap(RandomId::parse);
        Optional<DataKey> key = Json.text(json, "key")
                .filter(KEY.asMatchPredicate())
                .map(text -> DataKey.of(Base64.getDecoder().decode(text)));
        Optional<String> name =
                Json.text(json, "fileName").map(UploadedFile::fit).filter(text -> !text.isBlank());
        return object.flatMap(id -> key.map(its -> new UploadedFile(id, its, name)));
    }

    private static String fit(String name) {
        String fit = UNFIT.matcher(name).replaceAll("_").strip();
        int characters = fit.codePointCount(0, fit.length());
        // The ending says what it is, so a long name loses its beginning.
        return characters <= LONGEST_NAME ? fit : fit.substring(fit.offsetByCodePoints(0, characters - LONGEST_NAME));
    }
}
