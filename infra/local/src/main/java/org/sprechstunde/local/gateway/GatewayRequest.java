package org.sprechstunde.local.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came in over HTTP.
 *
 * @param stage the API's stage that takes it
 * @param path as sent, still percent-encoded, with the stage's name in front where it has one
 * @param query as sent, empty if there is none
 * @param headers names in lower case
 */
record GatewayRequest(
        String method,
        String stage,
        String path,
        String query,
        String protocol,
        String sourceIp,
        Map<String, List<String>> headers,
        byte[] body,
        Instant at) {

    static Map<String, List<String>> lowerCase(Map<String, List<String>> headers) {
        Map<String, List<String>> result = new TreeMap<>();
        headers.forEach((name, values) -> result.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return result;
    }

    /** The path that routes are looked for by. */
    String routePath() {
        return stage.equals(Stages.PUBLIC) ? path : path.substring(1 + stage.length());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }
}
