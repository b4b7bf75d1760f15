package org.sprechstunde.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Evaluates the intrinsic functions of one place; a name that nothing stands behind is an exception. */
final class IntrinsicResolver {
    private final Scope scope;
    private final Conditions conditions;
    private final Set<String> underWay = new LinkedHashSet<>();

    IntrinsicResolver(Scope scope) {
        this.scope = scope;
        this.conditions = new Conditions(scope.conditions(), this);
    }

    /** The resources that exist, for their condition holds. */
    List<Resource> resources() {
        return scope.resources().values().stream().filter(this::exists).toList();
    }

    Values properties(Resource resource) {
        String where = resource.logicalId();
        return new Values(where, Values.map(where, resolve(resource.properties())));
    }

    Object resolve(Object node) {
        return switch (node) {
            case Map<?, ?> map when isFunction(map) -> call(map);
            case Map<?, ?> map -> each(map);
            case List<?> list ->
                list.stream()
                        .map(this::resolve)
                        .filter(IntrinsicResolver::isPresent)
                        .toList();
            default -> node;
        };
    }

    String text(Object node) {
        Object value = resolve(node);
        if (value instanceof Map || value instanceof List) {
            throw new TemplateException("expected a text, but found " + value);
        }
        return value.toString();
    }

    boolean condition(String name) {
        return conditions.holds(name);
    }

    String reference(String name) {
        return scope.parameter(name)
                .or(() -> scope.pseudo().value(name))
                .orElseGet(() -> physical(name).ref());
    }

    String attribute(String logicalId, String attribute) {
        return physical(logicalId).attribute(attribute);
    }

    PhysicalNames physical(String logicalId) {
        Resource resource = Optional.ofNullable(scope.resources().get(logicalId))
                .orElseThrow(() -> new TemplateException("nothing in the template is called " + logicalId));
        if (!exists(resource)) {
            throw new TemplateException(logicalId + " is referred to, but its condition says that it is not created");
        }
        return new PhysicalNames(resource, name(resource), scope.pseudo());
    }

    private Optional<String> name(Resource resource) {
        String logicalId = resource.logicalId();
        Object name = PhysicalNames.nameProperty(resource.type())
                .map(resource.properties()::get)
                .orElse(null);
        if (name == null) {
            return Optional.empty();
        }
        if (!underWay.add(logicalId)) {
            throw new TemplateException("the name of " + logicalId + " refers to itself");
        }
        try {
            Object resolved = resolve(name);
            return isPresent(resolved) ? Optional.of(resolved.toString()) : Optional.empty();
        } finally {
            underWay.remove(logicalId);
        }
    }

    private boolean exists(Resource resource) {
        return resource.condition().map(this::condition).orElse(true);
    }

    private Object call(Map<?, ?> map) {
        Map.Entry<?, ?> call = map.entrySet().iterator().next();
        return new Intrinsics(this, scope).call(call.getKey().toString(), call.getValue());
    }

    private Map<String, Object> each(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : new ArrayList<>(map.entrySet())) {
            if (entry.getValue() == null) {
                continue;
            }
            Object value = resolve(entry.getValue());
            if (isPresent(value)) {
                result.put(String.valueOf(entry.getKey()), value);
            }
        }
        return result;
    }

    private static boolean isFunction(Map<?, ?> map) {
        return map.size() == 1
                && map.keySet().iterator().next() instanceof String key
                && (key.equals("Ref") || key.startsWith("Fn::"));
    }

    private static boolean isPresent(Object value) {
        return value != NoValue.NO_VALUE;
    }
}
