package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.acceptance.api.BodyVariations;
import org.sprechstunde.acceptance.api.OpenApi;

/**
 * What the mayor's API takes is what {@code openapi.yaml} says, and the other way round. All is asked of an enquiry that
 * does not exist: a body that is taken finds none, and nothing else happens.
 */
@InTown
final class RequestBodyTest {
    private static final String NOBODYS = "0".repeat(32);
    private static final String MESSAGE = "1795424400000-" + NOBODYS;
    private static final String FILE = "{\"object\":\"" + NOBODYS + "\",\"key\":\"" + "A".repeat(43) + "=\"";
    private static final Set<Integer> TAKEN = Set.of(200, 204, 404, 409);
    private static final Set<Integer> REFUSED = Set.of(400, 413, 415, 422, 428);
    private static final OpenApi DESCRIPTION = OpenApi.read();

    private final ApiClient api;

    RequestBodyTest(TestTown town) {
        this.api = town.api();
    }

    /** What takes a body, with good ones for each way in which it can look. */
    enum Taker {
        REPLY(
                "POST",
                "/api/enquiries/{id}/replies",
                "{\"revision\":5,\"text\":\"Guten Tag\"}",
                "{\"revision\":5,\"text\":\"Guten Tag\",\"quote\":\"" + MESSAGE + "\"}",
                "{\"revision\":5,\"attachment\":" + FILE + "}}",
                "{\"revision\":5,\"text\":\"Plan\",\"attachment\":" + FILE + ",\"fileName\":\"Plan.pdf\"}}",
                "{\"revision\":5,\"template\":{\"name\":\"rueckmeldung\",\"language\":\"de\"}}",
                "{\"revision\":5,\"again\":\"" + MESSAGE + "\"}"),
        ATTACH(
                "POST",
                "/api/enquiries/{id}/attachments",
                "{\"type\":\"image/jpeg\",\"bytes\":1}",
                "{\"type\":\"image/png\",\"bytes\":1}",
                "{\"type\":\"application/pdf\",\"bytes\":1}"),
        REACT(
                "PUT",
                "/api/enquiries/{id}/messages/{message}/reaction",
                "{\"emoji\":\"👍\"}",
                "{\"emoji\":\"👩🏻‍❤️‍💋‍👩🏿\"}",
                "{\"emoji\":\"1️⃣\"}",
                "{\"emoji\":\"🇩🇪\"}"),
        SIGN(
                "POST",
                "/api/enquiries/{id}/signs",
                "{\"sign\":\"read\",\"revision\":5}",
                "{\"sign\":\"read\"}",
                "{\"sign\":\"typing\"}"),
        POSTPONE(
                "PUT",
                "/api/enquiries/{id}/postponement",
                "{\"until\":\"2026-11-24T07:00:00Z\",\"revision\":5}",
                "{\"revision\":5}"),
        ASSIGN("PUT", "/api/enquiries/{id}/assignment", "{\"person\":\"0123456789abcdef\"}", "{}"),
        NOTE("PUT", "/api/enquiries/{id}/note", "{\"text\":\"Der Bauhof weiß Bescheid.\",\"version\":0}"),
        INTRODUCE("PUT", "/api/me", "{\"name\":\"Erika Beispiel\"}"),
        SAVE_CANNED(
                "PUT",
                "/api/canned-replies",
                "{\"revision\":1000,\"replies\":[{\"title\":\"Dank\",\"text\":\"Danke für den Hinweis!\"}]}"),
        RESOLVE("POST", "/api/enquiries/{id}/resolve", "{\"revision\":5}", "{}");

        private final String method;
        private final String path;
        /** A body a line. */
        private final String good;

        Taker(String method, String path, String... good) {
            this.method = method;
            this.path = path;
            this.good = String.join("\n", good);
        }

        private String operation() {
            return method + " " + path;
        }

        private boolean isDescribed(JsonNode body) {
            return DESCRIPTION.takes(method, path, body);
        }

        private ApiClient.Answer ask(ApiClient api, String body) {
            return switch (this) {
                case REPLY -> api.post(NOBODYS, Optional.of("key"), body);
                case ATTACH -> api.attach(NOBODYS, body);
                case REACT -> api.reactWith(NOBODYS, MESSAGE, body);
                case POSTPONE -> api.postponeWith(NOBODYS, body);
                case ASSIGN -> api.assign(NOBODYS, body);
                case NOTE -> api.noteWith(NOBODYS, body);
                case INTRODUCE -> api.introduce(body);
                case SAVE_CANNED -> api.saveCannedReplies(body);
                case SIGN -> api.signWith(NOBODYS, body);
                case RESOLVE -> api.resolve(NOBODYS, body);
            };
        }
    }

    record Case(Taker taker, String good) {
        private ObjectNode body() {
            return (ObjectNode) ApiClient.json(good.getBytes(StandardCharsets.UTF_8));
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(Taker.values()).flatMap(taker -> taker.good.lines().map(good -> new Case(taker, good)));
    }

    @Test
    void everyBodyOfTheMayorsIsHere() {
        assertThat(Arrays.stream(Taker.values()).map(Taker::operation).collect(Collectors.toSet()))
                .isEqualTo(DESCRIPTION.bodies());
    }

    /** Once a member that nobody knew was ignored, and a wrong type was read as if it were not there. */
    @ParameterizedTest
    @MethodSource("cases")
    void whatIsMisshapenIsABadRequest(Case it) {
        List<String> bodies = BodyVariations.misshapen(it.body()).toList();

        assertThat(bodies).hasSizeGreaterThan(8).allSatisfy(body -> {
            ApiClient.Answer answer = it.taker().ask(api, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("bad-request");
        });
    }

    @ParameterizedTest
    @Tag("full")
    @MethodSource("cases")
    void whatTheDescriptionTakesIsTakenAndNothingElse(Case it) {
        List<JsonNode> bodies = BodyVariations.nearby(it.body()).toList();

        assertThat(it.taker().isDescribed(it.body())).isTrue();
        assertThat(bodies).allSatisfy(body -> {
            int status = it.taker().ask(api, body.toString()).status();
            assertThat(it.taker().isDescribed(body) ? TAKEN : REFUSED)
                    .as(body.toString())
                    .contains(status);
        });
    }
}
