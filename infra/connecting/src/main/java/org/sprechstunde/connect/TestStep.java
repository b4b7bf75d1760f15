package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message to a phone of the admin's. It stands in no file and no log; the town itself never hears of the number. */
record TestStep(Desk desk, Graph graph) {

    void take(Town town, TownNumber number, Keys keys) {
        desk.step("test");
        if (desk.checkOnly()) {
            desk.note("test.skipped");
            return;
        }
        // Whoever writes first may be answered freely for 24 hours; that also tries the way in.
        String phone = desk.ask("test.phone", number.display()).replaceAll("[+ ()/-]", "");
        if (phone.isEmpty()) {
            desk.note("test.skipped");
            return;
        }
        if (!phone.matches("[1-9]\\d{6,14}")) {
            throw new Stop("test.digits");
        }
        Reply reply = graph.post(number.id() + "/messages", message(town, phone), keys.accessToken());
        if (reply.isRefused(131030)) {
            throw new Stop("test.listed");
        }
        if (reply.isRefused(131042, 131037, 131031, 368)) {
            throw new Stop("test.blocked");
        }
        reply.orStop();
        desk.good("test.sent");
        desk.note("test.look", town.page());
    }

    private ObjectNode message(Town town, String phone) {
        ObjectNode message = Graph.object()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put("to", phone)
                .put("type", "text");
        message.putObject("text").put("preview_url", false).put("body", desk.text("test.words", town.name()));
        return message;
    }
}
