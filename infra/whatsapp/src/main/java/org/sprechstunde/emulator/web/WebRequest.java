package org.sprechstunde.emulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read to its end. */
public final class WebRequest {
    private final HttpExchange exchange;
    private final Map<String, String> path;
    private final byte[] body;

    private WebRequest(HttpExchange exchange, Map<String, String> path, byte[] body) {
        this.exchange = exchange;
        this.path = path;
        this.body = body;
    }

    static WebRequest read(HttpExchange exchange, Map<String, String> path) throws IOException {
        return new WebRequest(exchange, path, exchange.getRequestBody().readAllBytes());
    }

    public String method() {
        return exchange.getRequestMethod();
    }

    /** The part of the path that stands for {@code {name}} in the route's template. */
    public String path(String name) {
        return Optional.ofNullable(path.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no {" + name + "}"));
    }

    /** The caller's end of the connection: two requests from the same one came on one connection. */
    public String connection() {
        return exchange.getRemoteAddress().toString();
    }

    /** The bytes; nobody changes them. */
    public byte[] body() {
        return body;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    public Optional<String> query(String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Optional.ofNullable(fields(query).get(name));
    }

    /** A whole number from the query, or {@code otherwise} where there is none. */
    public long query(String name, long otherwise) {
        return query(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    /** The fields of a form in the body. */
    public Map<String, String> form() {
        return fields(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String pair : encoded.split("&", 0)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                all.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return all;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
