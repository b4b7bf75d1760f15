package org.sprechstunde.acceptance.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies that differ from a good one in one place, at each of its members, however deep. */
public final class BodyVariations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<JsonNode> TYPES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(1),
            JSON.textNode("x"),
            JSON.arrayNode(),
            JSON.objectNode());

    /** What can be seen and what cannot, in one to four bytes of UTF-8. */
    private static final List<String> LETTERS =
            List.of("x", " ", "\t", "\n", "\0", "ü", "\u00a0", "\u0085", "\u2003", "\u200b", "\u202e", "\ufeff", "🌳");

    private static final List<Integer> LENGTHS = List.of(1024, 1025, 4096, 4097);

    /** Limits that are drawn somewhere, with their neighbours. */
    private static final List<Long> NUMBERS = Stream.of(
                    0L, 5L << 20, 100L << 20, (1L << 53) - 1, 1L << 31, Long.MAX_VALUE - 1)
            .flatMap(limit -> Stream.of(limit - 1, limit, limit + 1))
            .toList();

    private BodyVariations() {}

    /** What nobody may take in the place of {@code good}: other types, strange members, members that stand twice, no JSON. */
    public static Stream<String> misshapen(ObjectNode good) {
        return Stream.of(
                        Stream.of(
                                "no JSON",
                                good + " {}",
                                "[" + good + "]",
                                good.toString().substring(1)),
                        everywhere(good, BodyVariations::otherTypes).map(JsonNode::toString),
                        everywhere(good, BodyVariations::withMore).map(JsonNode::toString),
                        doubled(good))
                .flatMap(bodies -> bodies);
    }

    /** What is like {@code good} but for one value, or for one member that is missing; a schema may take it or not. */
    public static Stream<JsonNode> nearby(ObjectNode good) {
        return Stream.concat(Stream.of(good), everywhere(good, BodyVariations::others));
    }

    /** {@code value} with {@code change} done to itself, and to each that is in it. */
    private static Stream<JsonNode> everywhere(JsonNode value, Function<JsonNode, Stream<JsonNode>> change) {
        Stream<JsonNode> deeper = value.properties().stream()
                .flatMap(member -> everywhere(member.getValue(), change)
                        .map(changed -> copy(value).set(member.getKey(), changed)));
        return Stream.concat(change.apply(value), deeper);
    }

    private static Stream<JsonNode> otherTypes(JsonNode value) {
        return TYPES.stream().filter(other -> other.getNodeType() != value.getNodeType());
    }

    private static Stream<JsonNode> withMore(JsonNode value) {
        return value.isObject()
                ? Stream.of("", "x", "Revision", "revision ", "__proto__")
                        .map(name -> copy(value).put(name, 1))
                : Stream.of();
    }

    /** As text, for no tree can hold it. */
    private static Stream<String> doubled(ObjectNode good) {
        return Stream.concat(Stream.of(good), good.valueStream())
                .filter(JsonNode::isObject)
                .flatMap(object -> object.properties().stream()
                        .map(member -> "{" + JSON.textNode(member.getKey()) + ":" + member.getValue() + ","
                                + object.toString().substring(1))
                        .map(twice -> good.toString().replace(object.toString(), twice)));
    }

    private static Stream<JsonNode> others(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> texts(value.asText()).map(JSON::textNode);
            case NUMBER ->
                Stream.concat(
                        NUMBERS.stream().map(JSON::numberNode),
                        Stream.of(0.5, -1.0, 1.0, 1.5, 1e9).map(JSON::numberNode));
            case OBJECT -> value.properties().stream().map(member -> copy(value).without(member.getKey()));
            case ARRAY, BINARY, BOOLEAN, MISSING, NULL, POJO -> Stream.of();
        };
    }

    private static Stream<String> texts(String text) {
        String shorter = text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(text.length(), -1));
        Stream<String> changed =
                Stream.of("", shorter, text.toUpperCase(Locale.ROOT), text + text, text + "\n", " " + text, text + "x");
        Stream<String> letters = LETTERS.stream().flatMap(letter -> Stream.of(letter, letter + letter));
        Stream<String> repeated =
                Stream.of("x", "🌳").flatMap(letter -> LENGTHS.stream().map(letter::repeat));
        return Stream.of(changed, letters, repeated).flatMap(words -> words);
    }

    private static ObjectNode copy(JsonNode object) {
        return object.deepCopy();
    }
}
