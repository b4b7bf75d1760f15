package org.sprechstunde.emulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.sprechstunde.emulator.web.JsonTrees;

/** What Meta says of whether messages can be sent: of number, account, portfolio and app, each with its reason. */
public final class NumberHealth {
    private static final String WELL = "AVAILABLE";
    private final Map<String, Trouble> troubles = new TreeMap<>();
    private String limit = "TIER_2K";

    private record Trouble(String state, int code) {}

    /** Something is wrong with one of them: {@code BLOCKED} or {@code LIMITED}, by Meta's code. */
    public synchronized void trouble(String entity, String state, int code) {
        troubles.put(entity, new Trouble(state, code));
    }

    public synchronized void limit(String tier) {
        limit = tier;
    }

    public synchronized void mend() {
        troubles.clear();
    }

    synchronized ObjectNode json() {
        ObjectNode body = JsonTrees.object();
        ObjectNode health = body.putObject("health_status");
        health.put(
                "can_send_message",
                troubles.isEmpty() ? WELL : troubles.values().iterator().next().state());
        var entities = health.putArray("entities");
        for (String type : new String[] {"PHONE_NUMBER", "WABA", "BUSINESS", "APP"}) {
            Trouble trouble = troubles.getOrDefault(type, new Trouble(WELL, 0));
            ObjectNode entity = entities.addObject()
                    .put("entity_type", type)
                    .put("id", "1")
                    .put("can_send_message", trouble.state());
            if (trouble.code() != 0) {
                entity.putArray("errors")
                        .addObject()
                        .put("error_code", trouble.code())
                        .put("error_description", "…");
            }
        }
        return body.put("messaging_limit_tier", limit);
    }
}
