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
 * @param path as sent, still percent-encoded
 * @param query as sent, empty if there is none
 * @param headers names in lower case
 */
record GatewayRequest(
        String method,
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

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }
}
