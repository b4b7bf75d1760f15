package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message to a phone of the admin's. It stands in no file and no log; the town itself never hears of the number. */
record TestStep(Console console, GraphClient graph) {

    void take(DeployedStack deployedStack, TownNumber number, SharedSecrets sharedSecrets) {
        console.step("test");
        if (console.checkOnly()) {
            console.unseen("test.skipped");
            return;
        }
        // Whoever writes first may be answered freely for 24 hours; that also tries the way in.
        String phone = console.ask("test.phone", number.display()).replaceAll("[+ ()/-]", "");
        if (phone.isEmpty()) {
            console.note("test.skipped");
            return;
        }
        if (!phone.matches("[1-9]\\d{6,14}")) {
            throw new AdminMustAct("test.digits");
        }
        GraphAnswer graphAnswer =
                graph.post(number.id() + "/messages", message(deployedStack, phone), sharedSecrets.accessToken());
        if (graphAnswer.isRefused(131030)) {
            throw new AdminMustAct("test.listed");
        }
        if (graphAnswer.isRefused(131042, 131037, 131031, 368)) {
            throw new AdminMustAct("test.blocked");
        }
        graphAnswer.orStop();
        console.good("test.sent");
        console.note("test.look", deployedStack.page());
    }

    private ObjectNode message(DeployedStack deployedStack, String phone) {
        ObjectNode message = GraphClient.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", phone)
                .put("type", "text");
        message.putObject("text")
                .put("preview_url", false)
                .put("body", console.text("test.words", deployedStack.name()));
        return message;
    }
}
