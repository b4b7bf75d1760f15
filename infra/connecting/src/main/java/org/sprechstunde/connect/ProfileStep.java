package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a citizen reads who taps on the town's name: that it is a public body, where it is, and how it treats data. */
record ProfileStep(Console console, GraphClient graph, TownFacts facts) {
    private static final String GOVERNMENT = "GOVT";
    private static final List<String> ASKED = List.of("address", "email");

    /** What the profile asks for, as the town's own facts call it. */
    private static final Map<String, String> SAID = Map.of("address", "TownAddress", "email", "TownEmail");

    private static final int LONGEST = 256;

    void take(DeployedStack deployedStack, TownNumber number, SharedSecrets sharedSecrets) {
        console.step("profile");
        JsonNode profile = graph.get(
                        number.id() + "/whatsapp_business_profile?fields=address,description,email,vertical,websites",
                        sharedSecrets.accessToken())
                .orStop()
                .at("/data/0");
        String privacy = deployedStack.answer("PrivacyNoticeUrl");
        ObjectNode wanted = missing(deployedStack, profile, privacy);
        if (console.checkOnly()) {
            wanted.fieldNames().forEachRemaining(field -> console.open("profile.missing." + field));
            ASKED.stream()
                    .filter(field -> profile.path(field).asText().isEmpty())
                    .forEach(field -> console.note("profile.without." + field));
        } else {
            ask(profile, wanted);
            write(number, wanted, sharedSecrets);
        }
        if (wanted.isEmpty()) {
            console.good("profile.good");
        }
    }

    private ObjectNode missing(DeployedStack deployedStack, JsonNode profile, String privacy) {
        ObjectNode wanted = GraphClient.object();
        if (!profile.path("vertical").asText().equals(GOVERNMENT)) {
            wanted.put("vertical", GOVERNMENT);
        }
        if (profile.path("description").asText().isEmpty()) {
            wanted.put("description", console.text("profile.words", deployedStack.name(), privacy));
        }
        List<String> websites = new ArrayList<>();
        profile.path("websites").forEach(site -> websites.add(site.asText()));
        if (!websites.contains(privacy)) {
            // WhatsApp shows two; the notice must be one of them.
            var sites = wanted.putArray("websites").add(privacy);
            websites.stream().limit(1).forEach(sites::add);
        }
        return wanted;
    }

    private void ask(JsonNode profile, ObjectNode wanted) {
        for (String field : ASKED) {
            if (profile.path(field).asText().isEmpty()) {
                String said = facts.get(SAID.getOrDefault(field, ""));
                String typed = said.isEmpty() ? console.ask("profile." + field) : said;
                if (!typed.isEmpty() && typed.length() <= LONGEST) {
                    wanted.put(field, typed);
                }
            }
        }
    }

    private void write(TownNumber number, ObjectNode wanted, SharedSecrets sharedSecrets) {
        if (!wanted.isEmpty()) {
            graph.post(
                            number.id() + "/whatsapp_business_profile",
                            wanted.deepCopy().put("messaging_product", "whatsapp"),
                            sharedSecrets.accessToken())
                    .orStop();
            console.changed("profile.set");
        }
    }
}
