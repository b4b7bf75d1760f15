package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What WhatsApp says of a template of the town's. Only what is approved can be sent. */
public enum TemplateState {
    APPROVED,
    PENDING,
    REJECTED,
    /** For some hours, because citizens have reported it. */
    PAUSED,
    DISABLED,
    /** It counts as advertising now, which nobody has agreed to get. */
    ADVERTISING,
    /** It is being deleted, nobody has ever submitted it, or WhatsApp has a new word for it. */
    UNAVAILABLE;

    /** As WhatsApp lists it. */
    static TemplateState of(JsonNode listed) {
        return switch (listed.path("status").asText()) {
            case "APPROVED" -> listed.path("category").asText().equals("MARKETING") ? ADVERTISING : APPROVED;
            case "PENDING", "IN_APPEAL" -> PENDING;
            case "REJECTED" -> REJECTED;
            case "PAUSED" -> PAUSED;
            case "DISABLED" -> DISABLED;
            default -> UNAVAILABLE;
        };
    }

    /** What a word of ours means; a later version may have known more. */
    public static TemplateState parse(String word) {
        for (TemplateState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        return UNAVAILABLE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
