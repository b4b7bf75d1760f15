package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;

/** What the Graph API answered. */
sealed interface Reply {
    record Done(JsonNode json) implements Reply {}

    /** Meta's own code; its words stay out, for nobody knows what they repeat. */
    record Refused(int code, int subcode) implements Reply {}

    /** No answer, or none that could be read. */
    record Silent() implements Reply {}

    /** The answer, or a stop that says what the admin can do about this refusal. */
    default JsonNode orStop() {
        return switch (this) {
            case Done(JsonNode json) -> json;
            case Silent() -> throw new Stop("meta.silent");
            case Refused(int code, int subcode) -> throw stop(code, subcode);
        };
    }

    private static Stop stop(int code, int subcode) {
        return switch (code) {
            case 0, 102, 190 -> new Stop("meta.token");
            case 4, 17, 80007, 130429 -> new Stop("meta.limit");
            case 100 -> subcode == 33 ? new Stop("meta.missing") : new Stop("meta.refused", code);
            default ->
                code == 3 || code == 10 || (code >= 200 && code < 300)
                        ? new Stop("meta.permission")
                        : new Stop("meta.refused", code);
        };
    }

    /** True if Meta refused with one of these codes. */
    default boolean isRefused(int... codes) {
        if (this instanceof Refused(int code, int _)) {
            for (int wanted : codes) {
                if (code == wanted) {
                    return true;
                }
            }
        }
        return false;
    }
}
