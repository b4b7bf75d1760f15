package org.sprechstunde.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sprechstunde.platform.Json;

/** The replies that the mayor need not write anew, as long as there are none of the town hall's own: {@code texts/canned.json}. */
final class CannedReplies {
    private static final String FILE = "/texts/canned.json";

    private CannedReplies() {}

    /** With places for the town, its hours and the day, which the page fills. */
    static JsonNode all() {
        try (InputStream in = CannedReplies.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("texts are missing: " + FILE);
            }
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
