package org.sprechstunde.connect;

import java.util.Optional;

/** Gives WhatsApp an address of its own, which nobody can guess, and takes the former one away once it is used. */
record AddressStep(Console console, WebhookStages stages, SecretVault vault) {

    /** The address to deliver to from now on; nothing if there is none and none may be made. */
    Optional<WebhookAddress> open(DeployedStack deployedStack, SharedSecrets sharedSecrets, boolean anew) {
        console.step("webhook");
        String known = sharedSecrets.webhookStage();
        boolean stays = !known.isEmpty() && stages.has(known) && (!anew || console.checkOnly());
        if (!stays && console.checkOnly()) {
            console.open(known.isEmpty() ? "address.guessable" : "address.gone");
            return Optional.empty();
        }
        String stage = known.isEmpty() || anew ? WebhookStages.newName() : known;
        if (!stays) {
            stages.create(stage);
        }
        return Optional.of(new WebhookAddress(deployedStack.api(), stage));
    }

    /** Last, when WhatsApp delivers there: until then whatever it had before must work, or messages were lost. */
    void close(WebhookAddress address, SharedSecrets sharedSecrets) {
        if (console.checkOnly()) {
            return;
        }
        if (!address.stage().equals(sharedSecrets.webhookStage())) {
            vault.write(vault.read().secret().put(SharedSecrets.WEBHOOK_STAGE, address.stage()));
            console.changed("address.moved");
        }
        if (stages.deleteOthers(address.stage())) {
            console.good("address.deleted");
        }
    }
}
