package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.Web;
import org.sprechstunde.emulator.web.WebRequest;
import org.sprechstunde.local.gateway.Stages;
import org.sprechstunde.local.template.SecretSpec;
import org.sprechstunde.local.template.StackDescription;

/** Secrets Manager, KMS's signing keys, CloudFormation, Cognito, SNS's subscriptions, API Gateway's stages and Lambda at one address, as far as a town needs them. */
public final class AwsAccountStandIn implements AutoCloseable {
    private static final String SECRETS_MANAGER = "secretsmanager.";
    private static final String KMS = "TrentService.";
    private static final String COGNITO = "AWSCognitoIdentityProviderService.";

    private final Web web;
    private final SecretsManagerStandIn secrets = new SecretsManagerStandIn();
    private final KmsStandIn kms = new KmsStandIn();
    private final CognitoStandIn cognitoStandIn = new CognitoStandIn();
    private final CloudFormationStandIn stack;
    private final SubscriptionsStandIn subscriptions;
    private final LambdaStandIn functions;

    private AwsAccountStandIn(Web web, StackDescription stack) {
        this.web = web;
        this.stack = new CloudFormationStandIn(stack);
        this.subscriptions = new SubscriptionsStandIn(stack);
        this.functions = new LambdaStandIn(stack.name());
    }

    /** Answers for this stack, and for the {@code stages} of its API. */
    public static AwsAccountStandIn start(int port, StackDescription stack, Stages stages) {
        var account = new AwsAccountStandIn(Web.open(port), stack);
        var byTarget = new Route("POST", "/", request -> account.answer(request).whole());
        account.web.serve(
                Stream.of(List.of(byTarget), new ApiGatewayStandIn(stages).routes(), account.functions.routes())
                        .flatMap(List::stream)
                        .toList());
        return account;
    }

    public URI uri() {
        return web.uri();
    }

    public void put(SecretSpec secret, String value) {
        secrets.put(secret, value);
    }

    /** What the secret holds now. */
    public String secret(String id) {
        return secrets.value(id);
    }

    /** The keys that sign. */
    public KmsStandIn keys() {
        return kms;
    }

    /** Who may log in, by e-mail address. */
    public CognitoStandIn logins() {
        return cognitoStandIn;
    }

    /** The stack, as CloudFormation has it. */
    public CloudFormationStandIn stack() {
        return stack;
    }

    /** What is called by name rather than by a route. */
    public LambdaStandIn functions() {
        return functions;
    }

    /** Who gets mails. */
    public SubscriptionsStandIn subscriptions() {
        return subscriptions;
    }

    private AwsAnswer answer(WebRequest request) {
        Optional<String> target = request.header("X-Amz-Target");
        if (target.isEmpty()) {
            return subscriptions.answer(request.form()).orElseGet(() -> stack.answer(request.form()));
        }
        JsonNode json = JsonTrees.read(request.body()).orElseGet(JsonTrees::object);
        String call = target.get();
        if (call.startsWith(SECRETS_MANAGER)) {
            return secrets.answer(call.substring(SECRETS_MANAGER.length()), json);
        }
        if (call.startsWith(KMS)) {
            return kms.answer(call.substring(KMS.length()), json);
        }
        return call.startsWith(COGNITO)
                ? cognitoStandIn.answer(call.substring(COGNITO.length()), json)
                : AwsAnswer.refused("UnknownOperationException", "there is no such service here");
    }

    @Override
    public void close() {
        web.close();
    }
}
