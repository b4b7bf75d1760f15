package org.sprechstunde.local.engine;

import java.util.HashMap;
import java.util.Map;
import org.sprechstunde.local.template.FunctionSpec;

/**
 * The environment variables of every function.
 *
 * @param given what Lambda adds to the template's: region, credentials; and locally the endpoints
 */
public record FunctionEnvironment(Map<String, String> given) {

    public Map<String, String> of(FunctionSpec function) {
        Map<String, String> variables = new HashMap<>(function.environment());
        variables.putAll(given);
        variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        return variables;
    }
}
