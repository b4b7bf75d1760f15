package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Asks for what only Meta's pages show; what the stack knows already is kept by Enter. */
record SharedSecretsStep(Console console) {
    private static final int TOKEN_BYTES = 24;

    SharedSecrets take(ObjectNode secret) {
        console.step("keys");
        SharedSecrets known = SharedSecrets.of(secret);
        if (console.checkOnly()) {
            if (known.accessToken().isEmpty()
                    || known.appSecret().isEmpty()
                    || known.verifyToken().isEmpty()) {
                throw new AdminMustAct("keys.none");
            }
            console.good("keys.known");
            return known;
        }
        console.note("keys.where");
        boolean first = known.verifyToken().isEmpty();
        return new SharedSecrets(
                typed("keys.token", known.accessToken()),
                typed("keys.secret", known.appSecret()),
                first ? random() : known.verifyToken(),
                first ? WebhookStages.newName() : known.webhookStage());
    }

    /** Once more what was wrong, and only that; whoever cannot mend it now stops by Enter. */
    SharedSecrets again(SharedSecrets typed, AdminMustAct wrong) {
        boolean token = wrong.isAbout("meta.token", "token.permissions");
        if (console.checkOnly() || !(token || wrong.isAbout("token.secret"))) {
            throw wrong;
        }
        console.stopped(wrong);
        String other = console.askHidden(token ? "keys.token.other" : "keys.secret.other");
        if (other.isEmpty()) {
            throw new AdminMustAct("keys.stopped");
        }
        return token
                ? new SharedSecrets(other, typed.appSecret(), typed.verifyToken(), typed.webhookStage())
                : new SharedSecrets(typed.accessToken(), other, typed.verifyToken(), typed.webhookStage());
    }

    private String typed(String key, String known) {
        String typed = console.askHidden(known.isEmpty() ? key : key + ".again");
        if (!typed.chars().allMatch(character -> character > ' ' && character < 127)) {
            throw new AdminMustAct("keys.characters");
        }
        if (typed.isEmpty() && known.isEmpty()) {
            throw new AdminMustAct("keys.missing");
        }
        return typed.isEmpty() ? known : typed;
    }

    /** Only Meta and the town ever need to know it, so nobody has to think of one. */
    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
