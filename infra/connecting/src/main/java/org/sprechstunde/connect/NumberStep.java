package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;

/** Is it the right number, and is it fit for citizens? */
record NumberStep(Console console, GraphClient graph) {
    // The last three are in others' code, not in Meta's reference (2025-12); without them the step knows less.
    private static final String KNOWN = "id,display_phone_number,verified_name,code_verification_status";
    private static final String MORE = KNOWN + ",status,account_mode,is_on_biz_app";

    TownNumber take(DeployedStack deployedStack, SharedSecrets sharedSecrets) {
        console.step("number");
        TownNumber number = number(read(deployedStack.phoneNumberId(), sharedSecrets.accessToken()));
        if (!console.checkOnly() && !console.agrees("number.right", number.display(), number.name())) {
            throw new AdminMustAct("number.other", number.id());
        }
        console.good("number.is", number.display(), number.name());
        if (number.live()) {
            console.good("number.live");
        }
        return number;
    }

    private JsonNode read(String id, String token) {
        GraphAnswer graphAnswer = graph.get(id + "?fields=" + MORE, token);
        if (graphAnswer.isRefused(100)) {
            graphAnswer = graph.get(id + "?fields=" + KNOWN, token);
        }
        if (graphAnswer.isRefused(100)) {
            throw new AdminMustAct("number.unknown", id);
        }
        return graphAnswer.orStop();
    }

    private static TownNumber number(JsonNode json) {
        String status = json.path("status").asText("CONNECTED");
        boolean live = status.equals("CONNECTED");
        if (json.path("account_mode").asText("LIVE").equals("SANDBOX")) {
            throw new AdminMustAct("number.sandbox");
        }
        if (json.path("is_on_biz_app").asBoolean()) {
            throw new AdminMustAct("number.shared");
        }
        // A code that was confirmed long ago may count as expired; a number on the network needs none.
        if (!live && !json.path("code_verification_status").asText("VERIFIED").equals("VERIFIED")) {
            throw new AdminMustAct("number.unconfirmed");
        }
        if (status.equals("BANNED") || status.equals("RESTRICTED") || status.equals("DELETED")) {
            throw new AdminMustAct("number.blocked", status);
        }
        return new TownNumber(
                json.path("id").asText(),
                json.path("display_phone_number").asText(),
                json.path("verified_name").asText(),
                live);
    }
}
