package org.sprechstunde.local.template;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that a name in the template can stand for. */
record Scope(
        Map<String, String> parameters,
        Map<String, Object> conditions,
        Map<String, Object> mappings,
        Map<String, Resource> resources,
        PseudoParameters pseudo) {

    static Scope of(Map<String, Object> template, Map<String, String> parameters, PseudoParameters pseudo) {
        Values document = new Values("template", template);
        return new Scope(
                parameters(document.inOrEmpty("Parameters"), parameters),
                document.inOrEmpty("Conditions").values(),
                document.inOrEmpty("Mappings").values(),
                resources(document.in("Resources"), new Globals(document.inOrEmpty("Globals"))),
                pseudo);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static Map<String, String> parameters(Values declared, Map<String, String> given) {
        Map<String, String> result = new LinkedHashMap<>();
        for (String name : declared.values().keySet()) {
            String value = given.containsKey(name)
                    ? given.get(name)
                    : declared.in(name).optionalText("Default").orElse(null);
            if (value == null) {
                throw new TemplateException("parameter " + name + " has no default and was not given");
            }
            result.put(name, value);
        }
        refuseUnknown(given.keySet(), result.keySet());
        return result;
    }

    private static void refuseUnknown(Set<String> given, Set<String> declared) {
        for (String name : given) {
            if (!declared.contains(name)) {
                throw new TemplateException("the template has no parameter " + name);
            }
        }
    }

    private static Map<String, Resource> resources(Values declared, Globals globals) {
        Map<String, Resource> result = new LinkedHashMap<>();
        declared.values().forEach((id, body) -> result.put(id, globals.applyTo(Resource.of(id, body))));
        return result;
    }
}
