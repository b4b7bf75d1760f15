package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Meta's storage choice, and with it the number's place on the network: the choice can only be made while the number
 * is off it.
 */
record StorageStep(Desk desk, Graph graph) {

    /** Leaves the number on the network, or stops. */
    void take(TownNumber number, Keys keys) {
        desk.step("storage");
        Reply settings = graph.get(number.id() + "/settings", keys.accessToken());
        Storage present = Storage.of(settings.orStop());
        desk.note("storage.is." + present.word());
        if (desk.checkOnly()) {
            if (!number.live()) {
                desk.open("storage.offline");
            }
            return;
        }
        desk.note("storage.price");
        Optional<Storage> wanted = chosen().filter(choice -> choice != present);
        if (wanted.isEmpty() && number.live()) {
            desk.good("storage.kept");
            return;
        }
        change(number, keys, present, wanted.orElse(present));
    }

    private Optional<Storage> chosen() {
        return switch (desk.ask("storage.which")) {
            case "1" -> Optional.of(Storage.NONE);
            case "2" -> Optional.of(Storage.GERMANY);
            default -> Optional.empty();
        };
    }

    private void change(TownNumber number, Keys keys, Storage present, Storage wanted) {
        if (number.live() && !desk.agrees("storage.sure")) {
            desk.good("storage.kept");
            return;
        }
        String pin = pin(number);
        if (number.live()) {
            graph.post(number.id() + "/deregister", Graph.object(), keys.accessToken())
                    .orStop();
        }
        Optional<Reply> refused = wanted == present ? Optional.empty() : set(number, keys, wanted);
        // Whatever Meta said to the choice: a number that was on the network must be there again.
        register(number, keys, pin);
        if (refused.isPresent()) {
            throw new Stop("storage.refused");
        }
        desk.changed("storage.set." + wanted.word());
    }

    private String pin(TownNumber number) {
        String pin = desk.askHidden(number.live() ? "storage.pin" : "storage.pin.new");
        if (!pin.matches("\\d{6}")) {
            throw new Stop("storage.pin.digits");
        }
        return pin;
    }

    private Optional<Reply> set(TownNumber number, Keys keys, Storage wanted) {
        Reply reply = graph.post(number.id() + "/settings", wanted.json(), keys.accessToken());
        return reply instanceof Reply.Done ? Optional.empty() : Optional.of(reply);
    }

    private void register(TownNumber number, Keys keys, String pin) {
        Reply reply = graph.post(
                number.id() + "/register",
                Graph.object().put("messaging_product", "whatsapp").put("pin", pin),
                keys.accessToken());
        if (reply.isRefused(133005)) {
            throw new Stop("storage.pin.wrong");
        }
        if (reply.isRefused(133016)) {
            throw new Stop("storage.often");
        }
        JsonNode json = reply.orStop();
        if (!json.path("success").asBoolean()) {
            throw new Stop("storage.offline");
        }
    }
}
