package org.sprechstunde.inbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.Json;

/** An answer of a few bytes where the page has everything already: it asks every few seconds (RFC 9110, 13.1.2). */
final class Unchanged {
    private static final int BYTES = 12;

    private Unchanged() {}

    /** What the page asks for: {@code lasting} decides whether it is still the same, {@code passing} adds what is new each time. */
    static ApiResponse unless(ApiRequest request, ObjectNode lasting, Consumer<ObjectNode> passing) {
        String tag = '"' + digest(lasting) + '"';
        if (request.header("If-None-Match").filter(tag::equals).isPresent()) {
            return ApiResponse.unchanged(tag);
        }
        passing.accept(lasting);
        return ApiResponse.json(200, lasting).tagged(tag);
    }

    /** So short that it names nothing but what it is compared with. */
    static String digest(ObjectNode json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Json.bytes(json));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
