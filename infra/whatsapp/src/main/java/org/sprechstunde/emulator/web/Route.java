package org.sprechstunde.emulator.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which requests go where.
 *
 * @param template a path such as {@code /phone/api/citizens/{id}}; a name in braces stands for one segment
 */
public record Route(String method, String template, Function<WebRequest, WebAnswer> handler) {

    /** The segments that stand for the names in the template, or nothing if this is not the route. */
    Optional<Map<String, String>> match(String wantedMethod, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        if (!method.equals(wantedMethod) || wanted.length != given.length) {
            return Optional.empty();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                names.put(wanted[i].substring(1, wanted[i].length() - 1), given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }
}
