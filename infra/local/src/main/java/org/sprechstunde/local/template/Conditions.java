package org.sprechstunde.local.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template's conditions, evaluated when somebody asks. */
final class Conditions {
    private final Map<String, Object> declared;
    private final IntrinsicResolver resolver;
    private final Set<String> underWay = new LinkedHashSet<>();

    Conditions(Map<String, Object> declared, IntrinsicResolver resolver) {
        this.declared = declared;
        this.resolver = resolver;
    }

    boolean holds(String name) {
        Object condition = declared.get(name);
        if (condition == null) {
            throw new TemplateException("no condition is called " + name);
        }
        if (!underWay.add(name)) {
            throw new TemplateException("condition " + name + " refers to itself");
        }
        try {
            return evaluate(condition);
        } finally {
            underWay.remove(name);
        }
    }

    private boolean evaluate(Object node) {
        Map<String, Object> call = Values.map("condition", node);
        if (call.size() != 1) {
            throw new TemplateException("a condition is one function, not " + node);
        }
        Map.Entry<String, Object> only = call.entrySet().iterator().next();
        return switch (only.getKey()) {
            case "Condition" -> holds(only.getValue().toString());
            case "Fn::Equals" -> equal(operands(only.getValue()));
            case "Fn::And" -> operands(only.getValue()).stream().allMatch(this::evaluate);
            case "Fn::Or" -> operands(only.getValue()).stream().anyMatch(this::evaluate);
            case "Fn::Not" -> !evaluate(operands(only.getValue()).getFirst());
            default -> throw new TemplateException(only.getKey() + " is no condition function");
        };
    }

    private boolean equal(List<?> operands) {
        return resolver.text(operands.get(0)).equals(resolver.text(operands.get(1)));
    }

    private static List<?> operands(Object value) {
        return Values.list("condition", value);
    }
}
