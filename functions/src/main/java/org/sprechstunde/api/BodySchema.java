package org.sprechstunde.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sprechstunde.platform.Json;

/**
 * Which JSON object a request may carry, as {@code openapi.yaml} says it. Nothing is forgiven: a value of another type, a
 * name that stands twice or that nobody knows was meant by somebody, and would be ignored.
 */
public final class BodySchema {
    /** Words, whatever they say. */
    public static final Predicate<JsonNode> TEXT = JsonNode::isTextual;

    private final Map<String, Member> members;

    private BodySchema(Map<String, Member> members) {
        this.members = members;
    }

    /** One member of the object. */
    public record Member(String name, Predicate<JsonNode> type, boolean required) {}

    public static BodySchema of(Member... members) {
        return new BodySchema(Arrays.stream(members).collect(Collectors.toMap(Member::name, Function.identity())));
    }

    public static Member required(String name, Predicate<JsonNode> type) {
        return new Member(name, type, true);
    }

    /** A member that may be left out; {@code null} is not left out. */
    public static Member optional(String name, Predicate<JsonNode> type) {
        return new Member(name, type, false);
    }

    /** Words of this form. */
    public static Predicate<JsonNode> text(Predicate<String> form) {
        return value -> value.isTextual() && form.test(value.asText());
    }

    /** A whole number in this range; {@code 1.0} is one, as JSON Schema has it. */
    public static Predicate<JsonNode> whole(long least, long most) {
        return value -> value.canConvertToExactIntegral()
                && value.canConvertToLong()
                && value.asLong() >= least
                && value.asLong() <= most;
    }

    /** The JSON value that {@code body} is, for any schema; if it is none, one that no schema allows. */
    public static JsonNode json(byte[] body) {
        try {
            return Json.readStrictly(body);
        } catch (Json.NotJson e) {
            return MissingNode.getInstance();
        }
    }

    /** Whether {@code json} is such an object. */
    public boolean allows(JsonNode json) {
        return json.isObject()
                && json.propertyStream().allMatch(member -> isKnown(member.getKey(), member.getValue()))
                && members.values().stream().allMatch(member -> !member.required() || json.has(member.name()));
    }

    private boolean isKnown(String name, JsonNode value) {
        Member member = members.get(name);
        return member != null && member.type().test(value);
    }
}
