package org.sprechstunde.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Settings;

/** The replies that the mayor need not write anew, from {@code texts/canned.json}. */
final class CannedReplies {
    private static final String FILE = "/texts/canned.json";

    private CannedReplies() {}

    /** As the page shows them: the town and its hours filled in, {@code {name}} left for the citizen's. */
    static ArrayNode of(Settings settings) {
        ArrayNode all = Json.array();
        for (JsonNode reply : read()) {
            String text = reply.path("text")
                    .asText()
                    .replace("{town}", settings.town())
                    .replace("{hours}", settings.townHallHours());
            all.addObject().put("title", reply.path("title").asText()).put("text", text);
        }
        return all;
    }

    private static JsonNode read() {
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
