package org.sprechstunde.local.template;

import java.util.Map;
import java.util.Optional;

/** One entry of the template's resources, its properties not yet resolved. */
record Resource(String logicalId, String type, Optional<String> condition, Map<String, Object> properties) {

    static Resource of(String logicalId, Object body) {
        Values values = new Values(logicalId, Values.map(logicalId, body));
        return new Resource(
                logicalId,
                values.text("Type"),
                values.optionalText("Condition"),
                values.inOrEmpty("Properties").values());
    }
}
