package org.sprechstunde.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoding in paths and in queries, which differ in the plus sign. */
final class Percent {
    private Percent() {}

    static String decodePath(String text) {
        return decodeQuery(text.replace("+", "%2B"));
    }

    /** Leaves alone what is not well formed. */
    static String decodeQuery(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
