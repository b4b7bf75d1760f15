package org.sprechstunde.local.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The path of a route: fixed segments, {@code {one}} segment, and at its end {@code {all+}} that
 * remain. Ordered so that the more exact path comes first.
 */
record PathPattern(List<String> segments) implements Comparable<PathPattern> {
    static final PathPattern EVERYTHING = new PathPattern(List.of("{proxy+}"));

    static PathPattern of(String path) {
        return new PathPattern(split(path));
    }

    /** The variables' values, decoded, if {@code path} fits. */
    Optional<Map<String, String>> match(String path) {
        List<String> actual = split(path);
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (i >= actual.size()) {
                return Optional.empty();
            }
            if (isGreedy(segment)) {
                String rest = String.join("/", actual.subList(i, actual.size()));
                variables.put(name(segment), Percent.decodePath(rest));
                return rest.isEmpty() && i > 0 ? Optional.empty() : Optional.of(variables);
            }
            if (isVariable(segment) && !actual.get(i).isEmpty()) {
                variables.put(name(segment), Percent.decodePath(actual.get(i)));
            } else if (!segment.equals(Percent.decodePath(actual.get(i)))) {
                return Optional.empty();
            }
        }
        return actual.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    @Override
    public int compareTo(PathPattern other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int order = Integer.compare(vagueness(segments.get(i)), vagueness(other.segments.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(other.segments.size(), segments.size());
    }

    private static int vagueness(String segment) {
        if (isGreedy(segment)) {
            return 2;
        }
        return isVariable(segment) ? 1 : 0;
    }

    private static List<String> split(String path) {
        return List.of((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isGreedy(String segment) {
        return isVariable(segment) && segment.endsWith("+}");
    }

    private static String name(String segment) {
        return segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1));
    }
}
