package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts the keys into the stack's secret, beside the pepper, which never changes. */
record SecretStep(Desk desk, Vault vault) {

    void take(Vault.Kept kept, Keys keys) {
        desk.step("secret");
        ObjectNode wanted = keys.into(kept.secret());
        if (wanted.equals(kept.secret())) {
            desk.good("secret.kept");
            return;
        }
        String version = vault.write(wanted);
        desk.changed("secret.written", vault.id(), kept.version(), version);
    }
}
