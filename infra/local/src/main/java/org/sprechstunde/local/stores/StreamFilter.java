package org.sprechstunde.local.stores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Lambda's event filtering: a record passes if one pattern fits, and a pattern fits if every field
 * that it names does. Comparisons that are not known here are an exception rather than a guess.
 */
public final class StreamFilter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> patterns;

    /** Reads the patterns, JSON objects as the template has them; none lets every record pass. */
    public StreamFilter(List<String> patterns) {
        this.patterns = patterns.stream().map(StreamFilter::read).toList();
    }

    public boolean passes(JsonNode event) {
        return patterns.isEmpty() || patterns.stream().anyMatch(pattern -> fits(pattern, event));
    }

    private static JsonNode read(String pattern) {
        try {
            return JSON.readTree(pattern);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this filter pattern is no JSON: " + pattern, e);
        }
    }

    private static boolean fits(JsonNode pattern, JsonNode value) {
        return pattern.properties().stream().allMatch(field -> fits(field, value));
    }

    private static boolean fits(Map.Entry<String, JsonNode> field, JsonNode value) {
        JsonNode actual = value.path(field.getKey());
        JsonNode wanted = field.getValue();
        if (wanted.isObject()) {
            return fits(wanted, actual);
        }
        if (!wanted.isArray()) {
            throw new IllegalArgumentException("a filter's value must be a list: " + field.getKey());
        }
        return each(wanted).anyMatch(rule -> rule.isObject() ? compares(rule, actual) : rule.equals(actual));
    }

    private static boolean compares(JsonNode rule, JsonNode actual) {
        Map.Entry<String, JsonNode> comparison = rule.properties().iterator().next();
        JsonNode operand = comparison.getValue();
        return switch (comparison.getKey()) {
            case "prefix" -> actual.isTextual() && actual.textValue().startsWith(operand.asText());
            case "suffix" -> actual.isTextual() && actual.textValue().endsWith(operand.asText());
            case "exists" -> operand.booleanValue() == !actual.isMissingNode();
            case "anything-but" -> !actual.isMissingNode() && each(operand).noneMatch(actual::equals);
            default -> throw new IllegalArgumentException("unknown comparison in a filter: " + comparison.getKey());
        };
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
