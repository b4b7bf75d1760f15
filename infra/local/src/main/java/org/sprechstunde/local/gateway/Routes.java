package org.sprechstunde.local.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.local.template.RouteSpec;

/** Chooses the route of a request as API Gateway does: the most exact path wins, then the exact method. */
final class Routes {
    private final List<Pattern> patterns;

    /** A route and what its path's variables stand for. */
    record Match(RouteSpec route, Map<String, String> variables) {}

    private record Pattern(RouteSpec route, String method, PathPattern path) {
        static Pattern of(RouteSpec route) {
            if (route.key().equals("$default")) {
                return new Pattern(route, "ANY", PathPattern.EVERYTHING);
            }
            String[] parts = route.key().split(" ", 2);
            return new Pattern(route, parts[0], PathPattern.of(parts[1]));
        }

        boolean takes(String wanted) {
            return method.equals("ANY") || method.equals(wanted);
        }
    }

    Routes(List<RouteSpec> routes) {
        this.patterns = routes.stream()
                .map(Pattern::of)
                .sorted(Comparator.comparing(Pattern::path)
                        .thenComparing(pattern -> pattern.method().equals("ANY")))
                .toList();
    }

    /** Finds the route; HEAD and OPTIONS are methods like any other and need a route of their own. */
    Optional<Match> match(String method, String path) {
        return patterns.stream()
                .filter(pattern -> pattern.takes(method))
                .flatMap(pattern ->
                        pattern.path().match(path).stream().map(variables -> new Match(pattern.route(), variables)))
                .findFirst();
    }
}
