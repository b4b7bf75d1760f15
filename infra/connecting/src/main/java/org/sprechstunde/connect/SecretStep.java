package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the keys into the stack's secret, beside the pepper, which never changes. */
record SecretStep(Console desk, SecretVault vault) {

    void take(SecretVault.Kept kept, SharedSecrets sharedSecrets) {
        desk.step("secret");
        ObjectNode wanted = sharedSecrets.into(kept.secret());
        if (wanted.equals(kept.secret())) {
            desk.good("secret.kept");
            return;
        }
        String version = vault.write(wanted);
        desk.changed("secret.written", vault.id(), kept.version(), version);
    }
}
