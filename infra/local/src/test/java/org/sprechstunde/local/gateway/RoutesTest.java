package org.sprechstunde.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sprechstunde.local.template.RouteSpec;

class RoutesTest {
    private final Routes routes = new Routes(Stream.of(
                    "GET /assets/{file+}",
                    "GET /things/{id}",
                    "GET /things/special",
                    "GET /",
                    "POST /things/{id}/replies",
                    "ANY /anything")
            .map(key -> new RouteSpec(key, "Hello", Optional.empty(), List.of()))
            .toList());

    private Optional<String> key(String method, String path) {
        return routes.match(method, path).map(match -> match.route().key());
    }

    private Map<String, String> variables(String path) {
        return routes.match("GET", path).orElseThrow().variables();
    }

    @Test
    void theExactPathWinsOverAVariable() {
        assertThat(key("GET", "/things/special")).contains("GET /things/special");
        assertThat(key("GET", "/things/7")).contains("GET /things/{id}");
    }

    @Test
    void aVariableIsOneSegmentAndDecoded() {
        assertThat(variables("/things/a%2Fb+c")).isEqualTo(Map.of("id", "a/b+c"));
        assertThat(key("GET", "/things/a/b")).isEmpty();
        assertThat(key("GET", "/things/")).isEmpty();
    }

    @Test
    void aGreedyVariableTakesAllThatIsLeft() {
        assertThat(variables("/assets/fonts/a.woff2")).isEqualTo(Map.of("file", "fonts/a.woff2"));
        assertThat(key("GET", "/assets/")).isEmpty();
        assertThat(key("GET", "/assets")).isEmpty();
    }

    @Test
    void theRootIsOnlyTheRoot() {
        assertThat(key("GET", "/")).contains("GET /");
        assertThat(key("GET", "/other")).isEmpty();
    }

    @Test
    void headAndOptionsNeedRoutesOfTheirOwn() {
        assertThat(key("HEAD", "/")).isEmpty();
        assertThat(key("OPTIONS", "/things/7")).isEmpty();
        assertThat(key("OPTIONS", "/anything")).contains("ANY /anything");
    }
}
