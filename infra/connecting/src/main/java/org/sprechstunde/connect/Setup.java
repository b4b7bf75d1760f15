package org.sprechstunde.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** The whole way, step by step. */
record Setup(Flags flags, Console console, AwsAccount aws, TownFacts facts, Duration pause) {
    private static final String USUAL_STACK = "sprechstunde";

    /**
     * In this order: mails first, for somebody has to open them; what is only looked at before what is changed; and the
     * secret before the webhook, because Meta tries the webhook at once and the town answers by the secret.
     */
    void run() {
        DeployedStack deployedStack = stack();
        GraphClient graph = new GraphClient(deployedStack.graph());
        try (SecretsManagerClient secrets = aws.secrets();
                ApiGatewayV2Client apis = aws.apis();
                SnsClient mails = aws.mails();
                CognitoIdentityProviderClient logins = aws.logins();
                CloudFormationClient cloudFormation = aws.stacks()) {
            new MailStep(console, mails).take(deployedStack);
            Meta meta = meta(deployedStack, graph, new SecretVault(secrets, deployedStack.secret()));
            contactBook();
            new StorageStep(console, graph)
                    .take(deployedStack.answer("WhatsAppStorage"), meta.number(), meta.sharedSecrets());
            new HealthStep(console, graph).take(meta.number(), meta.sharedSecrets());
            new ProfileStep(console, graph, facts).take(deployedStack, meta.number(), meta.sharedSecrets());
            new AccountStep(console, graph)
                    .take(meta.number(), meta.token(), meta.sharedSecrets())
                    .ifPresent(account -> {
                        new TemplateStep(console, graph, pause).take(account, deployedStack, meta.sharedSecrets());
                        keep(account, meta.vault());
                    });
            deliver(deployedStack, graph, meta, apis);
            new TestStep(console, graph).take(deployedStack, meta.number(), meta.sharedSecrets());
            new LoginStep(console, logins).take(deployedStack, meta.pepper());
            new ProtectionStep(console, cloudFormation).take(deployedStack);
            if (console.checkOnly()) {
                look(deployedStack, meta.sharedSecrets(), cloudFormation);
            }
        }
        console.closing(closing(), deployedStack.page(), console.open());
    }

    /** As strangers, as WhatsApp and as the mayor. */
    private void look(DeployedStack deployedStack, SharedSecrets sharedSecrets, CloudFormationClient cloudFormation) {
        Visitor visitor = new Visitor();
        new RoutesStep(console, visitor).take(deployedStack, sharedSecrets);
        try (LambdaClient lambda = aws.functions()) {
            new MayorStep(console, visitor, new DeployedFunctions(cloudFormation, lambda)).take(deployedStack);
        }
    }

    /** What Meta has told of token, app and number. */
    private record Meta(SecretVault vault, SharedSecrets sharedSecrets, AccessToken token, TownNumber number) {
        String pepper() {
            return vault.read().secret().path("pepper").asText();
        }
    }

    /** Token and secret are kept as soon as they are known to be right: whatever stops the rest, nobody types them again. */
    private Meta meta(DeployedStack deployedStack, GraphClient graph, SecretVault vault) {
        SecretVault.Kept kept = vault.read();
        SharedSecretsStep sharedSecretsStep = new SharedSecretsStep(console);
        AccessTokenStep accessTokenStep = new AccessTokenStep(console, graph, Clock.systemUTC());
        SharedSecrets typed = sharedSecretsStep.take(kept.secret());
        Optional<AccessToken> token = Optional.empty();
        while (token.isEmpty()) {
            try {
                token = Optional.of(accessTokenStep.take(typed));
            } catch (AdminMustAct adminMustAct) {
                typed = sharedSecretsStep.again(typed, adminMustAct);
            }
        }
        new SecretStep(console, vault).take(kept, typed);
        return new Meta(vault, typed, token.get(), new NumberStep(console, graph).take(deployedStack, typed));
    }

    /** The town itself asks Meta of its templates every hour. */
    private void keep(String account, SecretVault vault) {
        ObjectNode secret = vault.read().secret();
        if (!console.checkOnly() && !secret.path("account").asText("").equals(account)) {
            vault.write(secret.put("account", account));
        }
    }

    private void deliver(DeployedStack deployedStack, GraphClient graph, Meta meta, ApiGatewayV2Client apis) {
        AddressStep addressStep =
                new AddressStep(console, new WebhookStages(apis, deployedStack.apiId()), meta.vault());
        addressStep
                .open(deployedStack, meta.sharedSecrets(), flags.newAddress())
                .ifPresent(address -> {
                    new WebhookStep(console, graph, pause).take(address, meta.token(), meta.sharedSecrets());
                    addressStep.close(address, meta.sharedSecrets());
                });
    }

    private String closing() {
        if (console.open() > 0) {
            return "closing.open";
        }
        return console.hasUnseen() ? "closing.looked" : "closing.good";
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
        if (console.checkOnly()) {
            console.unseen("book.where");
            return;
        }
        console.note("book.where");
        if (!console.agrees("book.off")) {
            console.open("book.open");
        }
    }
}
