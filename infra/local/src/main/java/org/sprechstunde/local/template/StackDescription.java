package org.sprechstunde.local.template;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What CloudFormation would say of a stack.
 *
 * @param outputs the template's outputs with every reference resolved
 */
public record StackDescription(String name, Map<String, String> parameters, Map<String, String> outputs) {
    private static final String API = "Api.ApiEndpoint";

    /**
     * Describes the stack as if it were deployed, with its own login.
     *
     * @param page where the API and the page are
     */
    public static StackDescription read(String name, String yaml, Map<String, String> parameters, String page) {
        Map<String, Object> template = TemplateYaml.read(yaml);
        Scope scope = Scope.of(template, parameters, PseudoParameters.local(name));
        var resolver = new IntrinsicResolver(scope);
        Map<String, String> outputs = new LinkedHashMap<>();
        Values declared = new Values("template", template).inOrEmpty("Outputs");
        for (String output : declared.values().keySet()) {
            Values body = declared.in(output);
            if (body.optionalText("Condition").map(resolver::condition).orElse(true)) {
                Object value = body.value("Value");
                outputs.put(output, resolver.text(value).replace(API, page));
            }
        }
        return new StackDescription(name, scope.parameters(), outputs);
    }
}
