package org.sprechstunde.connect;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The whole way, step by step. */
record Connecting(Flags flags, Desk desk, Aws aws, Duration pause) {
    private static final String USUAL_STACK = "sprechstunde";

    /**
     * In this order: what is only looked at comes before what is changed, and the secret comes before the webhook,
     * because Meta tries the webhook at once and the town answers by the secret.
     */
    void run() {
        Town town = stack();
        Graph graph = new Graph(town.graph());
        try (SecretsManagerClient secrets = aws.secrets();
                CognitoIdentityProviderClient logins = aws.logins()) {
            Vault vault = new Vault(secrets, town.secret());
            Vault.Kept kept = vault.read();
            Keys keys = new KeysStep(desk).take(kept.secret());
            Token token = new TokenStep(desk, graph, Clock.systemUTC()).take(keys);
            TownNumber number = new NumberStep(desk, graph).take(town, keys);
            contactBook();
            new StorageStep(desk, graph).take(number, keys);
            new SecretStep(desk, vault).take(kept, keys);
            new AccountStep(desk, graph).take(number, token, keys);
            new WebhookStep(desk, graph, pause).take(town, token, keys);
            new TestStep(desk, graph).take(town, number, keys);
            new LoginStep(desk, logins).take(town);
        }
        desk.closing(desk.open() == 0 ? "closing.good" : "closing.open", town.page(), desk.open());
    }

    private Town stack() {
        desk.step("stack");
        String name = flags.stack().orElseGet(this::asked);
        Town town = aws.stacks().describe(name);
        desk.good("stack.is", town.name(), name, aws.region());
        return town;
    }

    private String asked() {
        if (desk.checkOnly()) {
            return USUAL_STACK;
        }
        String typed = desk.ask("stack.name", USUAL_STACK);
        return typed.isEmpty() ? USUAL_STACK : typed;
    }

    /** Meta's API shows neither this switch nor its Business Agent (whatever the version): people must look. */
    private void contactBook() {
        desk.step("book");
        desk.note("book.where");
        if (!desk.checkOnly() && !desk.agrees("book.off")) {
            desk.open("book.open");
        }
    }
}
