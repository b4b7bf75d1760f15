package org.sprechstunde.whatsapp;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Services;

/** Asks WhatsApp what it says of an account's templates. */
public final class TemplateListing {
    private static final Map<String, String> WANTED = Map.of("fields", "name,language,status,category", "limit", "100");

    private final GraphHttp graph;

    public TemplateListing(Services services) {
        this.graph = new GraphHttp(services.platform(), services.secrets());
    }

    /** By the template's key; nothing if WhatsApp does not say now. */
    public Optional<Map<String, TemplateState>> of(String account) {
        try {
            GraphResponse answer = graph.get(account + "/message_templates", WANTED);
            return answer.isOk() ? Optional.of(states(answer)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Map<String, TemplateState> states(GraphResponse answer) {
        Map<String, TemplateState> states = new HashMap<>();
        answer.body().path("data").forEach(one -> {
            String key = MessageTemplate.key(
                    one.path("name").asText(), one.path("language").asText());
            states.put(key, TemplateState.of(one));
        });
        return states;
    }
}
