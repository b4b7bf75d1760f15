package org.sprechstunde.acceptance.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sprechstunde.acceptance.wire.Interceptor;
import org.sprechstunde.acceptance.wire.WireDynamoDb;
import org.sprechstunde.inbox.InboxFunction;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.stores.Tables;
import org.sprechstunde.local.template.TableSpec;
import org.sprechstunde.local.template.TownTemplate;
import org.sprechstunde.platform.AwsClients;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.reply.ReplyFunction;
import org.sprechstunde.repository.Repository;
import org.sprechstunde.webhook.WebhookFunction;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/** The real functions over the real store of one process, called as API Gateway calls them. */
final class DeliveryTown {
    static final String PHONE_NUMBER_ID = "100000000000001";
    /** In one read: the clients' patience is for calls of a delivery, not for a table that holds thousands of them. */
    private static final int PAGE = 500;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRETS = "secrets.invalid";
    private static final byte[] SECRET = JSON.createObjectNode()
            .put(
                    "SecretString",
                    JSON.createObjectNode()
                            .put("appSecret", "secret")
                            .put("accessToken", "a")
                            .put("verifyToken", "v")
                            .put("pepper", "pepper")
                            .toString())
            .toString()
            .getBytes(UTF_8);

    /** No function of ours asks who calls. */
    private static final Context NOBODY = (Context) Proxy.newProxyInstance(
            DeliveryTown.class.getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException("nobody should ask");
            });

    private final Settings settings;
    private final Clock clock;
    private final TownTemplate template;

    DeliveryTown(Clock clock) throws IOException {
        this.clock = clock;
        this.template = TownTemplate.read(Repository.file("template.yaml"), parameters());
        this.settings = Settings.of(environment(template));
    }

    /** Creates the table that the template describes. */
    void provision(SdkHttpClient store) {
        template.tables().stream().map(TableSpec::bare).forEach(new Tables(WireDynamoDb.over(store))::provision);
    }

    WebhookFunction webhook(SdkHttpClient http) {
        return new WebhookFunction(platform(http));
    }

    ReplyFunction reply(SdkHttpClient http) {
        return new ReplyFunction(platform(http));
    }

    private InboxFunction inbox(SdkHttpClient http) {
        return new InboxFunction(platform(http));
    }

    /** The ids of all enquiries, as their citizens' items name them. */
    List<String> enquiries(SdkHttpClient store) {
        return WireDynamoDb.over(store)
                .scanPaginator(scan ->
                        scan.tableName(settings.table()).consistentRead(true).limit(PAGE))
                .items()
                .stream()
                .filter(item -> item.containsKey("dataKey"))
                .map(item -> Objects.requireNonNull(item.get("enquiry")).s())
                .toList();
    }

    /** What the mayor sees of each enquiry, in that order. */
    List<List<String>> shown(SdkHttpClient store) throws IOException {
        List<List<String>> shown = new ArrayList<>();
        for (String enquiry : enquiries(store)) {
            shown.add(texts(store, enquiry));
        }
        return shown;
    }

    /** Page by page, from the newest back. */
    private List<String> texts(SdkHttpClient store, String enquiry) throws IOException {
        List<String> texts = new ArrayList<>();
        JsonNode opened = opened(store, enquiry);
        texts.addAll(0, opened.path("messages").findValuesAsText("text"));
        while (opened.path("earlier").isTextual()) {
            ObjectNode event = opening(enquiry);
            event.putObject("queryStringParameters")
                    .put("before", opened.path("earlier").asText());
            opened = JSON.readTree(call(inbox(store), event).path("body").asText());
            texts.addAll(0, opened.path("messages").findValuesAsText("text"));
        }
        return texts;
    }

    /** What the mayor sees of {@code enquiry}. */
    JsonNode opened(SdkHttpClient store, String enquiry) throws IOException {
        return JSON.readTree(call(inbox(store), opening(enquiry)).path("body").asText());
    }

    /** What {@code function} answers. */
    static JsonNode call(HttpFunction function, ObjectNode event) throws IOException {
        var out = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.toString().getBytes(UTF_8)), out, NOBODY);
        return JSON.readTree(out.toByteArray());
    }

    /** A signed delivery. */
    static ObjectNode delivery(String body) {
        ObjectNode event =
                JSON.createObjectNode().put("routeKey", "POST /webhook").put("body", body);
        event.putObject("headers").put("x-hub-signature-256", "sha256=" + signature(body.getBytes(UTF_8)));
        return event;
    }

    /** The mayor's answer to {@code enquiry}. */
    static ObjectNode answering(String enquiry, String key, String text) {
        ObjectNode event = JSON.createObjectNode().put("routeKey", "POST /api/enquiries/{id}/replies");
        event.putObject("pathParameters").put("id", enquiry);
        event.putObject("headers").put("idempotency-key", key);
        return event.put(
                "body",
                JSON.createObjectNode()
                        .put("text", text)
                        .put("revision", 1_000_000)
                        .toString());
    }

    private static ObjectNode opening(String enquiry) {
        ObjectNode event = JSON.createObjectNode().put("routeKey", "GET /api/enquiries/{id}");
        event.putObject("pathParameters").put("id", enquiry);
        return event;
    }

    private Platform platform(SdkHttpClient http) {
        return new Platform(
                settings,
                clock,
                _ -> {},
                new SecureRandom(),
                Executors.newVirtualThreadPerTaskExecutor(),
                new AwsClients(settings.aws(), () -> knowing(http)));
    }

    /** The secret is no part of what goes wrong here. */
    private static SdkHttpClient knowing(SdkHttpClient store) {
        return new Interceptor() {
            @Override
            protected HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
                return request.httpRequest().host().equals(SECRETS)
                        ? response(200, SECRET)
                        : store.prepareRequest(request).call();
            }
        };
    }

    private static Map<String, String> parameters() {
        return ExampleTown.with(Map.of(
                "WhatsAppPhoneNumberId", PHONE_NUMBER_ID,
                "WhatsAppApiUrl", "http://whatsapp.invalid",
                "OidcIssuer", "http://login.invalid",
                "OidcClientId", "page",
                "LoginOrigin", "http://login.invalid"));
    }

    private static Map<String, String> environment(TownTemplate template) {
        Map<String, String> environment =
                new HashMap<>(template.function("InboxFunction").environment());
        environment.putAll(template.function("ReplyFunction").environment());
        environment.putAll(template.function("WebhookFunction").environment());
        environment.put("AWS_REGION", "eu-central-1");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "secret");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", "http://dynamodb.invalid");
        environment.put("AWS_ENDPOINT_URL_S3", "http://s3.invalid");
        environment.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://" + SECRETS);
        return environment;
    }

    private static String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("secret".getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
