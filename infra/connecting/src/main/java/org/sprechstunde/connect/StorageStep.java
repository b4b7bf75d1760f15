package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Meta's storage choice, and with it the number's place on the network: the choice can only be made while the number
 * is off it.
 */
record StorageStep(Console console, GraphClient graph) {

    /** Leaves the number on the network, or stops; says so if citizens are {@code told} something else. */
    void take(String told, TownNumber number, SharedSecrets sharedSecrets) {
        console.step("storage");
        Storage standing = choose(number, sharedSecrets);
        if (!told.isEmpty() && !told.equals(standing.word())) {
            console.open("storage.told", standing.word());
        }
    }

    private Storage choose(TownNumber number, SharedSecrets sharedSecrets) {
        GraphAnswer settings = graph.get(number.id() + "/settings", sharedSecrets.accessToken());
        Storage present = Storage.of(settings.orStop());
        console.note("storage.is." + present.word());
        if (console.checkOnly()) {
            if (!number.live()) {
                console.open("storage.offline");
            }
            return present;
        }
        console.note("storage.price");
        Optional<Storage> wanted = chosen().filter(choice -> choice != present);
        if (wanted.isEmpty() && number.live()) {
            console.good("storage.kept");
            return present;
        }
        return change(number, sharedSecrets, present, wanted.orElse(present));
    }

    private Optional<Storage> chosen() {
        return switch (console.ask("storage.which")) {
            case "1" -> Optional.of(Storage.NONE);
            case "2" -> Optional.of(Storage.GERMANY);
            default -> Optional.empty();
        };
    }

    private Storage change(TownNumber number, SharedSecrets sharedSecrets, Storage present, Storage wanted) {
        if (number.live() && !console.agrees("storage.sure")) {
            console.good("storage.kept");
            return present;
        }
        String pin = pin(number);
        if (number.live()) {
            graph.post(number.id() + "/deregister", GraphClient.object(), sharedSecrets.accessToken())
                    .orStop();
        }
        Optional<GraphAnswer> refused = wanted == present ? Optional.empty() : set(number, sharedSecrets, wanted);
        // Whatever Meta said to the choice: a number that was on the network must be there again.
        register(number, sharedSecrets, pin);
        if (refused.isPresent()) {
            throw new AdminMustAct("storage.refused");
        }
        console.changed("storage.set." + wanted.word());
        return wanted;
    }

    private String pin(TownNumber number) {
        String pin = console.askHidden(number.live() ? "storage.pin" : "storage.pin.new");
        if (!pin.matches("\\d{6}")) {
            throw new AdminMustAct("storage.pin.digits");
        }
        return pin;
    }

    private Optional<GraphAnswer> set(TownNumber number, SharedSecrets sharedSecrets, Storage wanted) {
        GraphAnswer graphAnswer = graph.post(number.id() + "/settings", wanted.json(), sharedSecrets.accessToken());
        return graphAnswer instanceof GraphAnswer.Done ? Optional.empty() : Optional.of(graphAnswer);
    }

    private void register(TownNumber number, SharedSecrets sharedSecrets, String pin) {
        GraphAnswer graphAnswer = graph.post(
                number.id() + "/register",
                GraphClient.object().put("messaging_product", "whatsapp").put("pin", pin),
                sharedSecrets.accessToken());
        if (graphAnswer.isRefused(133005)) {
            throw new AdminMustAct("storage.pin.wrong");
        }
        if (graphAnswer.isRefused(133016)) {
            throw new AdminMustAct("storage.often");
        }
        JsonNode json = graphAnswer.orStop();
        if (!json.path("success").asBoolean()) {
            throw new AdminMustAct("storage.offline");
        }
    }
}
