package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Where Meta keeps the messages of a number that pass through it. */
enum Storage {
    /** At Meta for up to 30 days. */
    DEFAULT,
    /** At Meta for at most an hour. */
    NONE,
    /** In Germany for up to 30 days. */
    GERMANY,
    /** In another country. */
    ELSEWHERE;

    /** Reads {@code storage_configuration}; Meta's pages spell its words in both cases, and leave the default out. */
    static Storage of(JsonNode settings) {
        JsonNode configuration = settings.path("storage_configuration");
        return switch (configuration.path("status").asText("DEFAULT").toUpperCase(Locale.ROOT)) {
            case "NO_STORAGE_ENABLED" -> NONE;
            case "IN_COUNTRY_STORAGE_ENABLED" ->
                configuration.path("data_localization_region").asText().equalsIgnoreCase("DE") ? GERMANY : ELSEWHERE;
            default -> DEFAULT;
        };
    }

    /** As Meta wants to be told. */
    ObjectNode json() {
        ObjectNode json = GraphClient.object();
        ObjectNode configuration = json.putObject("storage_configuration");
        switch (this) {
            case NONE -> configuration.put("status", "NO_STORAGE_ENABLED").put("retention_minutes", 60);
            case GERMANY ->
                configuration.put("status", "IN_COUNTRY_STORAGE_ENABLED").put("data_localization_region", "DE");
            case DEFAULT -> configuration.put("status", "DEFAULT");
            case ELSEWHERE -> throw new IllegalStateException("nobody is offered another country");
        }
        return json;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
