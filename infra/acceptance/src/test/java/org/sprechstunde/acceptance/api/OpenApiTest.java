package org.sprechstunde.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.api.OpenApi.Operation;
import org.sprechstunde.acceptance.api.OpenApi.Pointed;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Emoji;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.template.RouteSpec;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.repository.Linter;
import org.sprechstunde.repository.PinnedTool;
import org.sprechstunde.repository.Repository;

class OpenApiTest {
    private static final Map<String, String> PARAMETERS =
            ExampleTown.with(Map.of("WhatsAppPhoneNumberId", "100000000000001"));

    private final OpenApi api = OpenApi.read();

    @Test
    void itIsValidOpenApi() throws IOException, InterruptedException {
        Linter linter = new Linter(PinnedTool.OPENAPI_SPEC_VALIDATOR);

        assertThat(linter.complaints(Repository.file(OpenApi.FILE))).isEmpty();
    }

    @Test
    void itHasTheRoutesThatAreDeployedAndAsksForATokenWhereTheyDo() throws IOException {
        Map<String, List<String>> deployed =
                TownTemplate.read(Repository.file("template.yaml"), PARAMETERS).routes().stream()
                        .collect(Collectors.toMap(route -> route.key().replace("+}", "}"), RouteSpec::scopes));

        Map<String, List<String>> described =
                api.operations().collect(Collectors.toMap(it -> it.method() + " " + it.path(), OpenApiTest::scopes));

        assertThat(described).isEqualTo(deployed);
    }

    private static List<String> scopes(Operation operation) {
        List<String> scopes = new ArrayList<>();
        operation.body().at("/security/0/mayor").forEach(scope -> scopes.add(scope.asText()));
        return scopes;
    }

    @Test
    void everyExampleIsWhatItsSchemaSays() {
        List<String> wrong = new ArrayList<>();
        int[] examples = {0};

        visit(new Pointed(""), api.document(), (place, node) -> {
            if (node.has("schema") && node.has("example")) {
                examples[0]++;
                wrong.addAll(api.complaints(place.to("schema"), node.path("example")));
            }
        });

        assertThat(wrong).isEmpty();
        assertThat(examples[0]).isGreaterThan(20);
    }

    @Test
    void everyObjectThatWeSendOrTakeIsClosed() {
        List<String> open = new ArrayList<>();

        visit(new Pointed(""), api.document().at("/components/schemas"), (place, node) -> {
            boolean closed = node.has("additionalProperties") || node.has("unevaluatedProperties");
            if (node.path("type").asText().equals("object") && !closed) {
                open.add(place.pointer());
            }
        });

        assertThat(open)
                .as("fields that several share are closed by those that use them")
                .containsExactlyInAnyOrder("/EnquiryFields", "/MessageFields", "/MediaFields");
    }

    @Test
    void aMessageHasWhatItsKindHasAndNothingElse() {
        Pointed schema = new Pointed("/components/schemas/Message");
        ObjectNode text = JsonNodeFactory.instance
                .objectNode()
                .put("id", "1795421700000-0193587a3b20112233445566778899aa")
                .put("direction", "in")
                .put("kind", "text")
                .put("at", "2026-11-23T08:15:00Z")
                .put("text", "Guten Tag");
        ObjectNode withLines = text.deepCopy();
        withLines.putArray("lines");

        assertThat(api.complaints(schema, text)).isEmpty();
        assertThat(api.complaints(schema, withLines)).isNotEmpty();
        assertThat(api.complaints(schema, text.deepCopy().put("kind", "order"))).isNotEmpty();
        assertThat(api.complaints(schema, text.deepCopy().put("kind", "poll"))).isNotEmpty();
        assertThat(api.complaints(schema, text.deepCopy().put("direction", "out")))
                .as("without what became of it")
                .isNotEmpty();
    }

    /** Each symbol alone, and all rows of four out of those that join, change or end an emoji. */
    @Test
    @Tag("full")
    void anEmojiIsExactlyWhatTheFunctionTakesForOne() {
        Predicate<String> described = Pattern.compile(api.document()
                        .at("/components/schemas/Reaction/properties/emoji/pattern")
                        .asText())
                .asMatchPredicate();
        List<String> parts = List.of(
                "",
                "x",
                "1",
                "👍",
                "☠",
                "🏽",
                "\uFE0F",
                "\u200D",
                "\u20E3",
                "\uD83C\uDDE9",
                "\uDB40\uDC67",
                "\uDB40\uDC7F");
        UnaryOperator<Stream<String>> longer =
                texts -> texts.flatMap(text -> parts.stream().map(part -> text + part));

        Stream<String> alone =
                IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
        Stream<String> rows = longer.apply(longer.apply(longer.apply(parts.stream())));

        assertThat(Stream.concat(alone, rows)
                        .filter(text -> !text.isEmpty())
                        .filter(text ->
                                described.test(text) != Emoji.parse(text).isPresent()))
                .isEmpty();
        assertThat(described.test("")).as("takes a reaction back").isTrue();
    }

    /** What is said when an enquiry is gone, or was none, is said nowhere. */
    @Test
    void everyTextThatTheTownSaysWithinAnEnquiryIsDescribed() {
        EnumSet<AutoReply> outside =
                EnumSet.of(AutoReply.FAREWELL, AutoReply.ERASED, AutoReply.THANKS, AutoReply.GROUP_DECLINED);

        assertThat(api.document()
                        .at("/components/schemas/Enquiry/allOf/1/properties/told/items/properties/text/enum")
                        .valueStream()
                        .map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(outside).stream()
                        .map(AutoReply::word)
                        .toList());
    }

    @Test
    void anAnswerThatIsNotDescribedIsCaught() {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("message", "Unauthorized");
        ObjectNode surplus = message.deepCopy().put("phone", "+4915550000001");
        JsonNode problem = JsonNodeFactory.instance
                .objectNode()
                .put("type", "urn:sprechstunde:problem:not-found")
                .put("title", "Not found")
                .put("status", 404)
                .put("detail", "Nicht da.");

        api.check("GET", "/api/enquiries", 401, message);
        api.check("GET", "/api/enquiries/x", 404, problem);

        refuses("GET", "/api/enquiries", 401, surplus);
        refuses("GET", "/api/enquiries", 418, message);
        refuses("PUT", "/api/enquiries", 401, message);
        refuses("GET", "/api/enquiries/x/y", 401, message);
        refuses("POST", "/api/enquiries/x/replies", 409, problem);
        refuses("GET", "/api/enquiries", 200, message);
    }

    private void refuses(String method, String path, int status, JsonNode body) {
        assertThatThrownBy(() -> api.check(method, path, status, body)).isInstanceOf(AssertionError.class);
    }

    private static void visit(Pointed place, JsonNode node, BiConsumer<Pointed, JsonNode> visitor) {
        visitor.accept(place, node);
        node.properties().forEach(entry -> visit(place.to(entry.getKey()), entry.getValue(), visitor));
    }
}
