package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;
import org.sprechstunde.platform.Json;

/**
 * WhatsApp's number for what went wrong. It is logged and shown, so a number as long as a phone's is none.
 */
public final class ErrorCode {
    private static final long LARGEST = 999_999;

    private ErrorCode() {}

    public static OptionalLong of(JsonNode error) {
        OptionalLong code = Json.number(error, "code");
        return code.isPresent() && code.getAsLong() >= 0 && code.getAsLong() <= LARGEST ? code : OptionalLong.empty();
    }

    /** The first number in a list of errors, or that of a single one. */
    public static OptionalLong first(JsonNode errors) {
        if (!errors.isArray()) {
            return of(errors);
        }
        for (JsonNode error : errors) {
            OptionalLong code = of(error);
            if (code.isPresent()) {
                return code;
            }
        }
        return OptionalLong.empty();
    }
}
