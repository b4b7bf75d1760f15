package org.sprechstunde.local.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.sprechstunde.local.template.SecretSpec;
import org.sprechstunde.local.template.StackDescription;

/** Secrets Manager, CloudFormation and Cognito at one address, as far as a town needs them. */
public final class AwsAccountStandIn implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRETS_MANAGER = "secretsmanager.";
    private static final String COGNITO = "AWSCognitoIdentityProviderService.";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SecretsManagerStandIn secrets = new SecretsManagerStandIn();
    private final CognitoStandIn cognitoStandIn = new CognitoStandIn();
    private final CloudFormationStandIn stack;

    private AwsAccountStandIn(HttpServer server, StackDescription stack) {
        this.server = server;
        this.stack = new CloudFormationStandIn(stack);
    }

    public static AwsAccountStandIn start(int port, StackDescription stack) throws IOException {
        var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var account = new AwsAccountStandIn(HttpServer.create(here, 0), stack);
        account.server.createContext("/", account::exchange);
        account.server.setExecutor(account.threads);
        account.server.start();
        return account;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void put(SecretSpec secret, String value) {
        secrets.put(secret, value);
    }

    /** What the secret holds now. */
    public String secret(String id) {
        return secrets.value(id);
    }

    /** Who may log in, by e-mail address. */
    public CognitoStandIn logins() {
        return cognitoStandIn;
    }

    private void exchange(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            AwsAnswer answer =
                    answer(Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")), request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private AwsAnswer answer(Optional<String> target, byte[] request) throws IOException {
        if (target.isEmpty()) {
            return stack.answer(new String(request, StandardCharsets.UTF_8));
        }
        JsonNode json = JSON.readTree(request);
        String call = target.get();
        if (call.startsWith(SECRETS_MANAGER)) {
            return secrets.answer(call.substring(SECRETS_MANAGER.length()), json);
        }
        return call.startsWith(COGNITO)
                ? cognitoStandIn.answer(call.substring(COGNITO.length()), json)
                : AwsAnswer.refused("UnknownOperationException", "there is no such service here");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
