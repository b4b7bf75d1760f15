package org.sprechstunde.emulator.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.web.JsonTrees;

/** Rules of misbehaviour as the control API writes them. */
final class FaultJson {
    private static final String FOREVER = "forever";

    private FaultJson() {}

    /** @throws IllegalArgumentException with a sentence if this is no list of rules */
    static List<Fault> read(JsonNode json) {
        List<Fault> faults = new ArrayList<>();
        JsonNode rules =
                json.has("faults") ? json.path("faults") : JsonTrees.array().add(json);
        rules.forEach(rule -> faults.add(rule(rule)));
        return faults;
    }

    static ObjectNode write(List<Fault> faults) {
        ObjectNode body = JsonTrees.object();
        var rules = body.putArray("faults");
        for (Fault fault : faults) {
            ObjectNode rule = rules.addObject()
                    .put("where", fault.where().word())
                    .put("what", fault.what().word())
                    .put("millis", fault.duration().toMillis())
                    .put("code", fault.code());
            if (fault.times() == Fault.FOREVER) {
                rule.put("times", FOREVER);
            } else {
                rule.put("times", fault.times());
            }
        }
        return body;
    }

    private static Fault rule(JsonNode rule) {
        Fault once = Fault.once(
                FaultPoint.of(rule.path("where").asText()),
                FaultKind.of(rule.path("what").asText()));
        boolean forever = rule.path("times").asText().equals(FOREVER);
        return once.times(forever ? Fault.FOREVER : rule.path("times").asInt(1))
                .lasting(Duration.ofMillis(
                        rule.path("millis").asLong(once.duration().toMillis())))
                .withCode(rule.path("code").asInt(once.code()));
    }
}
