package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Submits the messages that can be sent after WhatsApp's 24 hours, waits for Meta's review and says what came of it.
 * Until then the mayor's answer can only wait for the citizen to write again.
 */
record TemplateStep(Console console, GraphClient graph, Duration pause) {
    /** Most are decided within minutes; Meta allows itself a day. */
    private static final int LOOKS = 18;

    private static final String FIELDS = "name,language,status,category,rejected_reason,components";

    void take(String account, DeployedStack deployedStack, SharedSecrets sharedSecrets) {
        console.step("template");
        List<SubmittedTemplate> wanted = SubmittedTemplate.all();
        JsonNode known = known(account, sharedSecrets);
        for (SubmittedTemplate template : wanted) {
            if (find(template, known).isEmpty()) {
                submit(account, template, deployedStack, sharedSecrets);
            }
        }
        JsonNode reviewed = console.checkOnly() ? known : reviewed(account, wanted, sharedSecrets);
        wanted.forEach(template -> find(template, reviewed).ifPresent(found -> tell(template, found)));
    }

    private void submit(String account, SubmittedTemplate template, DeployedStack town, SharedSecrets sharedSecrets) {
        if (console.checkOnly()) {
            console.open("template.missing", template);
            return;
        }
        GraphAnswer answer =
                graph.post(account + "/message_templates", template.submission(town), sharedSecrets.accessToken());
        if (answer instanceof GraphAnswer.Refused(int code, int subcode) && code == 100) {
            console.open("template.refused", template, subcode);
            return;
        }
        answer.orStop();
        console.changed("template.submitted", template);
    }

    private JsonNode reviewed(String account, List<SubmittedTemplate> wanted, SharedSecrets sharedSecrets) {
        JsonNode known = known(account, sharedSecrets);
        for (int look = 0; look < LOOKS && isWaiting(wanted, known); look++) {
            if (look == 0) {
                console.note("template.wait");
            }
            Rest.take(pause);
            known = known(account, sharedSecrets);
        }
        return known;
    }

    private static boolean isWaiting(List<SubmittedTemplate> wanted, JsonNode known) {
        return wanted.stream()
                .flatMap(template -> find(template, known).stream())
                .anyMatch(found -> found.path("status").asText().equals("PENDING"));
    }

    private void tell(SubmittedTemplate template, JsonNode found) {
        String status = found.path("status").asText();
        switch (status) {
            case "APPROVED" -> approved(template, found);
            case "PENDING", "IN_APPEAL" -> console.open("template.pending", template);
            case "REJECTED" -> console.open("template.rejected", template, reason(found));
            case "PAUSED" -> console.open("template.paused", template);
            case "DISABLED" -> console.open("template.disabled", template);
            case "PENDING_DELETION", "DELETED" -> console.open("template.deleted", template);
            default -> console.open("template.other", template, word(status));
        }
    }

    private void approved(SubmittedTemplate template, JsonNode found) {
        if (!template.hasWordsOf(found)) {
            console.open("template.words", template);
        } else if (!SubmittedTemplate.isOfItsKind(found)) {
            console.open(
                    "template.category", template, word(found.path("category").asText()));
        } else {
            console.good("template.approved", template);
        }
    }

    private static String reason(JsonNode found) {
        return word(found.path("rejected_reason").asText());
    }

    /** One of Meta's own words, whatever it sends. */
    private static String word(String text) {
        return text.matches("[A-Z_]{1,60}") ? text : "?";
    }

    private static Optional<JsonNode> find(SubmittedTemplate template, JsonNode known) {
        for (JsonNode one : known) {
            if (template.is(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private JsonNode known(String account, SharedSecrets sharedSecrets) {
        return graph.get(account + "/message_templates?limit=100&fields=" + FIELDS, sharedSecrets.accessToken())
                .orStop()
                .path("data");
    }
}
