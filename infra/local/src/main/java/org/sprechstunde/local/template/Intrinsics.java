package org.sprechstunde.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The intrinsic functions that this reader knows; any other is an exception. */
record Intrinsics(IntrinsicResolver resolver, Scope scope) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> reference(argument.toString());
            case "Fn::GetAtt" -> attribute(arguments(argument));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::Join" -> join(arguments(argument));
            case "Fn::If" -> choose(arguments(argument));
            case "Fn::Select" -> select(arguments(argument));
            case "Fn::Split" -> split(arguments(argument));
            case "Fn::FindInMap" -> find(arguments(argument));
            default -> throw new TemplateException(function + " is not understood here");
        };
    }

    private Object reference(String name) {
        return name.equals("AWS::NoValue") ? NoValue.NO_VALUE : resolver.reference(name);
    }

    private Object attribute(List<?> path) {
        return resolver.attribute(path.get(0).toString(), resolver.text(path.get(1)));
    }

    private String substitute(Object argument) {
        if (argument instanceof List<?> both) {
            Map<String, Object> own = Values.map("Fn::Sub", both.get(1));
            return substitute(both.get(0).toString(), own);
        }
        return substitute(argument.toString(), Map.of());
    }

    private String substitute(String text, Map<String, Object> own) {
        Map<String, String> variables = new HashMap<>();
        own.forEach((name, value) -> variables.put(name, resolver.text(value)));
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(placeholder(found.group(1).isEmpty(), found.group(2), variables)));
    }

    private String placeholder(boolean meant, String name, Map<String, String> variables) {
        if (!meant) {
            return "${" + name + "}";
        }
        String value = variables.get(name);
        if (value != null) {
            return value;
        }
        int dot = name.indexOf('.');
        return dot > 0 ? resolver.attribute(name.substring(0, dot), name.substring(dot + 1)) : resolver.reference(name);
    }

    private String join(List<?> arguments) {
        Object parts = resolver.resolve(arguments.get(1));
        return Values.list("Fn::Join", parts).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(arguments.get(0).toString()));
    }

    private Object choose(List<?> arguments) {
        boolean holds = resolver.condition(arguments.get(0).toString());
        return resolver.resolve(arguments.get(holds ? 1 : 2));
    }

    private Object select(List<?> arguments) {
        int index = Integer.parseInt(resolver.text(arguments.get(0)));
        List<?> list = Values.list("Fn::Select", resolver.resolve(arguments.get(1)));
        if (index >= list.size()) {
            throw new TemplateException("Fn::Select asks for entry " + index + " of " + list.size());
        }
        return list.get(index);
    }

    private List<String> split(List<?> arguments) {
        String delimiter = arguments.get(0).toString();
        return List.of(resolver.text(arguments.get(1)).split(Pattern.quote(delimiter), -1));
    }

    private Object find(List<?> arguments) {
        Values map = new Values("Mappings", scope.mappings()).in(resolver.text(arguments.get(0)));
        return map.in(resolver.text(arguments.get(1))).value(resolver.text(arguments.get(2)));
    }

    private static List<?> arguments(Object argument) {
        return Values.list("the arguments of an intrinsic function", argument);
    }
}
