package org.sprechstunde.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's globals: every function has their properties unless it says otherwise. */
record Globals(Values values) {

    Resource applyTo(Resource resource) {
        if (!resource.type().equals("AWS::Serverless::Function") || !values.has("Function")) {
            return resource;
        }
        Map<String, Object> merged = merge(values.in("Function").values(), resource.properties());
        return new Resource(resource.logicalId(), resource.type(), resource.condition(), merged);
    }

    /** Mappings are merged, lists joined, all else is overridden: so says SAM's specification. */
    private static Map<String, Object> merge(Map<String, Object> global, Map<String, Object> own) {
        Map<String, Object> result = new LinkedHashMap<>(global);
        own.forEach((name, value) -> result.merge(name, value, Globals::mergeValue));
        return result;
    }

    private static Object mergeValue(Object global, Object own) {
        if (global instanceof Map<?, ?> && own instanceof Map<?, ?>) {
            return merge(Values.map("Globals", global), Values.map("Globals", own));
        }
        if (global instanceof List<?> first && own instanceof List<?> second) {
            List<Object> joined = new ArrayList<>(first);
            joined.addAll(second);
            return joined;
        }
        return own;
    }
}
