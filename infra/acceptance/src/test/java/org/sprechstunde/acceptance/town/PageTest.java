package org.sprechstunde.acceptance.town;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page is served with the headers that keep it from leaking. */
@InTown
final class PageTest {
    private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"]+)\"");

    private final TestTown town;

    PageTest(TestTown town) {
        this.town = town;
    }

    @Test
    void thePageAndItsFilesAreServed() {
        HttpResponse<byte[]> page = get("/");
        String html = new String(page.body(), UTF_8);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        Matcher assets = ASSET.matcher(html);
        assertThat(assets.results().map(asset -> get(asset.group(1))))
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
    void theConfigurationNamesWhatALoginNeeds() {
        var config = ApiClient.json(get("/config.json").body());

        assertThat(config.path("issuer").asText())
                .isEqualTo(town.town().issuer().toString());
        assertThat(config.path("client_id").asText()).isNotEmpty();
        assertThat(config.path("scope").asText()).isEqualTo("sprechstunde/mayor");
        assertThat(config.path("town").asText()).isNotEmpty();
    }

    @Test
    void theConfigurationHoldsRepliesThatAreReadyButForTheName() {
        var replies = ApiClient.json(get("/config.json").body()).path("cannedReplies");

        assertThat(replies).hasSizeGreaterThanOrEqualTo(12).allSatisfy(reply -> {
            assertThat(reply.path("title").asText()).isNotEmpty();
            assertThat(reply.path("text").asText().replace("{name}", "")).doesNotContain("{");
        });
        assertThat(replies.toString()).contains("dienstags von 14 bis 16 Uhr", "{name}");
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
        var request = HttpRequest.newBuilder(town.town().page())
                .header("accept-encoding", "gzip, br")
                .build();

        HttpResponse<byte[]> packed = ApiClient.send(request);

        assertThat(packed.headers().firstValue("content-encoding")).hasValue("gzip");
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(plain.readAllBytes()).isEqualTo(get("/").body());
        }
    }

    private HttpResponse<byte[]> get(String path) {
        return ApiClient.fetch(town.town().page().resolve(path));
    }
}
