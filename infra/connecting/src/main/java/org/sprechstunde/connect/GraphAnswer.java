package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;

/** What the Graph API answered. */
sealed interface GraphAnswer {
    record Done(JsonNode json) implements GraphAnswer {}

    /** Meta's own code; its words stay out, for nobody knows what they repeat. */
    record Refused(int code, int subcode) implements GraphAnswer {}

    /** No answer, or none that could be read. */
    record Silent() implements GraphAnswer {}

    /** The answer, or a stop that says what the admin can do about this refusal. */
    default JsonNode orStop() {
        return switch (this) {
            case Done(JsonNode json) -> json;
            case Silent() -> throw new AdminMustAct("meta.silent");
            case Refused(int code, int subcode) -> throw stop(code, subcode);
        };
    }

    private static AdminMustAct stop(int code, int subcode) {
        return switch (code) {
            case 0, 102, 190 -> new AdminMustAct("meta.token");
            case 4, 17, 80007, 130429 -> new AdminMustAct("meta.limit");
            case 100 -> subcode == 33 ? new AdminMustAct("meta.missing") : new AdminMustAct("meta.refused", code);
            default ->
                code == 3 || code == 10 || (code >= 200 && code < 300)
                        ? new AdminMustAct("meta.permission")
                        : new AdminMustAct("meta.refused", code);
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
