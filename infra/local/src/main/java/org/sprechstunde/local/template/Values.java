package org.sprechstunde.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values below one place of the template, read as what they must be.
 *
 * @param where the place, for messages
 */
record Values(String where, Map<String, Object> values) {

    static Map<String, Object> map(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new TemplateException(where + " should be a mapping, but is " + value);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, entry) -> result.put(String.valueOf(key), entry));
        return result;
    }

    static List<?> list(String where, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new TemplateException(where + " should be a list, but is " + value);
    }

    boolean has(String name) {
        return values.get(name) != null;
    }

    Object value(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new TemplateException(path(name) + " is missing");
        }
        return value;
    }

    String text(String name) {
        Object value = value(name);
        if (value instanceof Map || value instanceof List) {
            throw new TemplateException(path(name) + " should be a text, but is " + value);
        }
        return value.toString();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    int number(String name, int otherwise) {
        return optionalText(name).map(Integer::parseInt).orElse(otherwise);
    }

    Values in(String name) {
        return new Values(path(name), map(path(name), value(name)));
    }

    Values inOrEmpty(String name) {
        return has(name) ? in(name) : new Values(path(name), Map.of());
    }

    List<Values> each(String name) {
        if (!has(name)) {
            return List.of();
        }
        return list(path(name), value(name)).stream()
                .map(entry -> new Values(path(name), map(path(name), entry)))
                .toList();
    }

    List<String> texts(String name) {
        if (!has(name)) {
            return List.of();
        }
        return list(path(name), value(name)).stream().map(String::valueOf).toList();
    }

    private String path(String name) {
        return where + "." + name;
    }
}
