package org.sprechstunde.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The claims of a token that has been verified. */
record Claims(Map<String, Object> values) {

    /** API Gateway hands every claim on as text; a list becomes {@code [one two]}. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    /** True if the token carries at least one of {@code wanted}, or nothing is wanted. */
    boolean hasScope(List<String> wanted) {
        return wanted.isEmpty()
                || Stream.of("scope", "scp").flatMap(this::words).anyMatch(wanted::contains);
    }

    /** {@code client_id} counts only where there is no {@code aud}, as with Cognito's access tokens. */
    boolean isFor(List<String> audience) {
        String claim = values.containsKey("aud") ? "aud" : "client_id";
        return words(claim).anyMatch(audience::contains);
    }

    private Stream<String> words(String claim) {
        return switch (values.get(claim)) {
            case null -> Stream.empty();
            case List<?> list -> list.stream().map(String::valueOf);
            case Object value -> Stream.of(value.toString().split(" "));
        };
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                : value.toString();
    }
}
