package org.sprechstunde.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Request;
import org.sprechstunde.platform.Response;
import org.sprechstunde.platform.Secret;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.whatsapp.Signature;
import org.sprechstunde.whatsapp.Webhook;
import org.sprechstunde.whatsapp.WebhookParser;

/** {@code GET /webhook} proves that the address is ours, {@code POST /webhook} takes what citizens write. */
public final class WebhookFunction extends HttpFunction {
    private static final int LARGEST = 3 * 1024 * 1024;

    private final Secrets secrets;
    private final String phoneNumberId;
    private final Clock clock;
    private final Reception reception;

    public WebhookFunction() {
        this(Platform.lambda());
    }

    public WebhookFunction(Platform platform) {
        this.secrets = platform.secrets();
        this.phoneNumberId = platform.settings().whatsApp().phoneNumberId();
        this.clock = platform.clock();
        this.reception = new Reception(platform, secrets);
    }

    @Override
    protected Response answer(Request request) {
        return request.route().startsWith("GET ") ? verification(request.query()) : delivery(request);
    }

    private Response verification(Map<String, String> query) {
        byte[] given = query.getOrDefault("hub.verify_token", "").getBytes(StandardCharsets.UTF_8);
        boolean ours = "subscribe".equals(query.get("hub.mode"))
                && (isVerifyToken(given, secrets.current()) || isVerifyToken(given, secrets.afterRefusal()));
        return ours ? Response.text(200, query.getOrDefault("hub.challenge", "")) : Response.text(403, "");
    }

    private static boolean isVerifyToken(byte[] given, Secret secret) {
        return MessageDigest.isEqual(given, secret.verifyToken().getBytes(StandardCharsets.UTF_8));
    }

    /** The signature comes first: nothing of an unsigned body is looked at. */
    private Response delivery(Request request) {
        if (!isSigned(request)) {
            if (Signature.isClaimed(request.header(Signature.HEADER))) {
                Log.event(Event.SIGNATURE_WRONG);
            }
            return refused(Problem.BAD_SIGNATURE);
        }
        if (request.body().length > LARGEST) {
            return refused(Problem.TOO_LARGE);
        }
        Optional<Webhook> webhook = parsed(request.body());
        return webhook.isEmpty() ? refused(Problem.BAD_REQUEST) : reception.take(webhook.get());
    }

    private boolean isSigned(Request request) {
        Optional<String> signature = request.header(Signature.HEADER);
        return Signature.isValid(signature, request.body(), secrets.current().signatureKey())
                || Signature.isValid(
                        signature, request.body(), secrets.afterRefusal().signatureKey());
    }

    private Optional<Webhook> parsed(byte[] body) {
        try {
            return WebhookParser.parse(Json.read(body), phoneNumberId, clock.instant());
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    private static Response refused(Problem problem) {
        Log.event(Event.WEBHOOK_REFUSED, Detail.what(problem));
        return Response.problem(problem);
    }
}
