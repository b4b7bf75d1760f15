package org.sprechstunde.connect;

import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The whole way, step by step. */
record Setup(Flags flags, Console console, AwsAccount aws, Duration pause) {
    private static final String USUAL_STACK = "sprechstunde";

    /**
     * In this order: what is only looked at comes before what is changed, and the secret comes before the webhook,
     * because Meta tries the webhook at once and the town answers by the secret.
     */
    void run() {
        DeployedStack deployedStack = stack();
        GraphClient graph = new GraphClient(deployedStack.graph());
        try (SecretsManagerClient secrets = aws.secrets();
                ApiGatewayV2Client apis = aws.apis();
                CognitoIdentityProviderClient logins = aws.logins();
                CloudFormationClient cloudFormation = aws.stacks()) {
            SecretVault vault = new SecretVault(secrets, deployedStack.secret());
            SecretVault.Kept kept = vault.read();
            SharedSecrets sharedSecrets = new SharedSecretsStep(console).take(kept.secret());
            AccessToken token = new AccessTokenStep(console, graph, Clock.systemUTC()).take(sharedSecrets);
            TownNumber number = new NumberStep(console, graph).take(deployedStack, sharedSecrets);
            contactBook();
            new StorageStep(console, graph).take(number, sharedSecrets);
            new SecretStep(console, vault).take(kept, sharedSecrets);
            new AccountStep(console, graph).take(number, token, sharedSecrets);
            AddressStep addressStep = new AddressStep(console, new WebhookStages(apis, deployedStack.apiId()), vault);
            addressStep.open(deployedStack, sharedSecrets, flags.newAddress()).ifPresent(address -> {
                new WebhookStep(console, graph, pause).take(address, token, sharedSecrets);
                addressStep.close(address, sharedSecrets);
            });
            new TestStep(console, graph).take(deployedStack, number, sharedSecrets);
            new LoginStep(console, logins).take(deployedStack);
            new ProtectionStep(console, cloudFormation).take(deployedStack);
        }
        console.closing(console.open() == 0 ? "closing.good" : "closing.open", deployedStack.page(), console.open());
    }

    private DeployedStack stack() {
        console.step("stack");
        String name = flags.stack().orElseGet(this::asked);
        try (CloudFormationClient cloudFormation = aws.stacks()) {
            DeployedStack deployedStack = new Stacks(cloudFormation, aws.region()).describe(name);
            console.good("stack.is", deployedStack.name(), name, aws.region());
            return deployedStack;
        }
    }

    private String asked() {
        if (console.checkOnly()) {
            return USUAL_STACK;
        }
        String typed = console.ask("stack.name", USUAL_STACK);
        return typed.isEmpty() ? USUAL_STACK : typed;
    }

    /** Meta's API shows neither this switch nor its Business Agent (whatever the version): people must look. */
    private void contactBook() {
        console.step("book");
        console.note("book.where");
        if (!console.checkOnly() && !console.agrees("book.off")) {
            console.open("book.open");
        }
    }
}
