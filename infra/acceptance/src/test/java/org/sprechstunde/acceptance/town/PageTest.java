package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page is served with the headers that keep it from leaking. */
@InTown
final class PageTest {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private static final Pattern FONT = Pattern.compile("url\\((/assets/[^)]+\\.woff2)\\)");

    private final TestTown town;

    PageTest(TestTown town) {
        this.town = town;
    }

    @Test
    void thePageAndItsFilesAreServed() {
        HttpResponse<byte[]> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(assets(page).stream().map(this::get))
                .isNotEmpty()
                .allMatch(file -> file.statusCode() == 200 && file.body().length > 0);
    }

    @Test
    void thePageMayDoLittleAndNothingIsCached() {
        var headers = get("/").headers();
        String policy = headers.firstValue("content-security-policy").orElse("");

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("require-trusted-types-for 'script'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(headers.firstValue("cache-control")).hasValue("no-store");
        assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(headers.firstValue("strict-transport-security")).isPresent();
    }

    @Test
    void whatHoldsNobodysDataStaysWithTheBrowserForGood() {
        assertThat(assets(get("/")))
                .isNotEmpty()
                .allSatisfy(asset -> assertThat(get(asset).headers().firstValue("cache-control"))
                        .hasValue("public, max-age=31536000, immutable"));
        assertThat(get("/config.json").headers().firstValue("cache-control")).hasValue("no-store");
        assertThat(get("/assets/none.js").headers().firstValue("cache-control")).hasValue("no-store");
    }

    /** What comes before the login; the desk, its styles and further fonts come after it. */
    @Test
    void theFirstViewIsLight() {
        List<String> assets = assets(get("/"));
        int script = packed(assets, ".js");
        int style = packed(assets, ".css");
        List<String> fonts = assets.stream()
                .filter(asset -> asset.endsWith(".css"))
                .map(asset -> new String(get(asset).body(), UTF_8))
                .flatMap(css -> FONT.matcher(css).results().map(font -> font.group(1)))
                .toList();

        assertThat(script).isBetween(1, 60_000);
        assertThat(style).isBetween(1, 20_000);
        assertThat(fonts).hasSize(1);
        assertThat(get(fonts.getFirst()).body()).hasSizeBetween(1, 30_000);
    }

    private int packed(List<String> assets, String ending) {
        return assets.stream()
                .filter(asset -> asset.endsWith(ending))
                .mapToInt(asset -> getPacked(asset).body().length)
                .sum();
    }

    private static List<String> assets(HttpResponse<byte[]> page) {
        return ASSET.matcher(new String(page.body(), UTF_8))
                .results()
                .map(asset -> asset.group(1))
                .toList();
    }

    @Test
    void theConfigurationNamesWhatALoginNeeds() {
        var config = ApiClient.json(get("/config.json").body());

        assertThat(config.path("issuer").asText())
                .isEqualTo(town.town().issuer().toString());
        assertThat(config.path("client_id").asText()).isNotEmpty();
        assertThat(config.path("scope").asText()).isEqualTo("sprechstunde/mayor");
        assertThat(config.path("town").asText()).isNotEmpty();
    }

    @Test
    void theConfigurationHoldsRepliesThatAreReadyAndCallNobodyByName() {
        var config = ApiClient.json(get("/config.json").body());
        var replies = config.path("cannedReplies");

        assertThat(replies).hasSizeGreaterThanOrEqualTo(12).allSatisfy(reply -> {
            assertThat(reply.path("title").asText()).isNotEmpty();
            assertThat(reply.path("text").asText()).doesNotContain("{name}");
        });
        assertThat(config.path("hours").asText()).isEqualTo("dienstags von 14 bis 16 Uhr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/x.js",
                "/assets/..%2findex.html",
                "/assets/%2e%2e/texts/citizen.de.properties",
                "/assets/sub/x.js"
            })
    void noOtherFileOfTheJarCanBeHad(String path) {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whoUnderstandsGzipGetsLessToLoad() throws IOException {
        HttpResponse<byte[]> packed = getPacked("/");

        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(plain.readAllBytes()).isEqualTo(get("/").body());
        }
    }

    private HttpResponse<byte[]> getPacked(String path) {
        return ApiClient.send(HttpRequest.newBuilder(town.town().page().resolve(path))
                .header("accept-encoding", "gzip, br")
                .build());
    }

    private HttpResponse<byte[]> get(String path) {
        return ApiClient.fetch(town.town().page().resolve(path));
    }
}
