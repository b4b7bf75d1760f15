package org.sprechstunde.connect;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The whole way, step by step. */
record Setup(Flags flags, Console desk, AwsAccount aws, Duration pause) {
    private static final String USUAL_STACK = "sprechstunde";

    /**
     * In this order: what is only looked at comes before what is changed, and the secret comes before the webhook,
     * because Meta tries the webhook at once and the town answers by the secret.
     */
    void run() {
        DeployedStack deployedStack = stack();
        GraphClient graph = new GraphClient(deployedStack.graph());
        try (SecretsManagerClient secrets = aws.secrets();
                CognitoIdentityProviderClient logins = aws.logins()) {
            SecretVault vault = new SecretVault(secrets, deployedStack.secret());
            SecretVault.Kept kept = vault.read();
            SharedSecrets sharedSecrets = new SharedSecretsStep(desk).take(kept.secret());
            AccessToken token = new AccessTokenStep(desk, graph, Clock.systemUTC()).take(sharedSecrets);
            TownNumber number = new NumberStep(desk, graph).take(deployedStack, sharedSecrets);
            contactBook();
            new StorageStep(desk, graph).take(number, sharedSecrets);
            new SecretStep(desk, vault).take(kept, sharedSecrets);
            new AccountStep(desk, graph).take(number, token, sharedSecrets);
            new WebhookStep(desk, graph, pause).take(deployedStack, token, sharedSecrets);
            new TestStep(desk, graph).take(deployedStack, number, sharedSecrets);
            new LoginStep(desk, logins).take(deployedStack);
        }
        desk.closing(desk.open() == 0 ? "closing.good" : "closing.open", deployedStack.page(), desk.open());
    }

    private DeployedStack stack() {
        desk.step("stack");
        String name = flags.stack().orElseGet(this::asked);
        try (CloudFormationClient cloudFormation = aws.stacks()) {
            DeployedStack deployedStack = new Stacks(cloudFormation, aws.region()).describe(name);
            desk.good("stack.is", deployedStack.name(), name, aws.region());
            return deployedStack;
        }
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
