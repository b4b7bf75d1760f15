package org.sprechstunde.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.FailureReason.NextTry;
import org.sprechstunde.platform.Json;

/**
 * A complete answer of the Graph API's.
 *
 * @param body an empty object where it was not JSON
 * @param patience how long it wants to be left in peace before the same is asked for again
 */
record GraphResponse(int status, JsonNode body, Duration patience) {
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final OptionalLong PARAMETER = OptionalLong.of(100);
    private static final OptionalLong OBJECT_MISSING = OptionalLong.of(33);

    GraphResponse(int status, JsonNode body) {
        this(status, body, Duration.ZERO);
    }

    boolean isOk() {
        return status / 100 == 2;
    }

    /**
     * WhatsApp's error code, which counts, whatever the HTTP status says. Something in front of it that has enough knows no
     * codes: then HTTP's own number says as much.
     */
    OptionalLong code() {
        OptionalLong code = ErrorCode.of(body.path("error"));
        return code.isEmpty() && status == TOO_MANY_REQUESTS ? OptionalLong.of(status) : code;
    }

    /** Whether it is the token; WhatsApp says so under one HTTP status or another. */
    boolean isTokenRefused() {
        return status == UNAUTHORIZED || FailureReason.of(code()).nextTry() == NextTry.FRESH_TOKEN;
    }

    /** "Does not exist, or cannot be loaded due to missing permissions". */
    boolean isNoSuchObject() {
        return isParameter() && Json.number(body.path("error"), "error_subcode").equals(OBJECT_MISSING);
    }

    /** The same code for anything else that WhatsApp does not like about a call; it says nothing of the object. */
    boolean isWrongParameter() {
        return isParameter() && !isNoSuchObject();
    }

    private boolean isParameter() {
        return code().equals(PARAMETER);
    }
}
