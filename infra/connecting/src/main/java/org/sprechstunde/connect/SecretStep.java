package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the keys into the stack's secret, beside the pepper, which never changes. */
record SecretStep(Console console, SecretVault vault) {

    void take(SecretVault.Kept kept, SharedSecrets sharedSecrets) {
        console.step("secret");
        ObjectNode wanted = sharedSecrets.into(kept.secret());
        if (wanted.equals(kept.secret())) {
            console.good("secret.kept");
            return;
        }
        String version = vault.write(wanted);
        console.changed("secret.written", vault.id(), kept.version(), version);
    }
}
