package org.sprechstunde.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.platform.ApiRequest;
import org.sprechstunde.platform.ApiResponse;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.HttpFunction;
import org.sprechstunde.platform.Json;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.Rehearsal;
import org.sprechstunde.platform.Secret;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TemplateStates;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.CarriedIds;
import org.sprechstunde.whatsapp.inbound.AccountNotice;
import org.sprechstunde.whatsapp.inbound.SignatureCheck;
import org.sprechstunde.whatsapp.inbound.WebhookParser;
import org.sprechstunde.whatsapp.inbound.WebhookParser.Reader;
import org.sprechstunde.whatsapp.inbound.WebhookPayload;

/**
 * {@code GET /webhook} proves that the address is ours, {@code POST /webhook} takes what citizens write: at the stage of
 * the API whose name only WhatsApp is told, and at the public one only until there is such a stage.
 */
public final class WebhookFunction extends HttpFunction {
    private static final int LARGEST = 3 * 1024 * 1024;
    private static final ItemKey NOBODY = new ItemKey("NOBODY", "NOBODY");
    private static final String NOTHING = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";

    private final Secrets secrets;
    private final String phoneNumberId;
    private final Clock clock;
    private final FanOut fanOut;
    private final CarriedIds carriedIds;
    private final Table table;
    private final InboundDispatcher inboundDispatcher;
    private final TemplateStates templateStates;

    public WebhookFunction() {
        this(Platform.lambda());
        rehearse();
    }

    public WebhookFunction(Platform platform) {
        super(platform);
        Services services = new Services(platform);
        this.secrets = services.secrets();
        this.phoneNumberId = platform.settings().whatsApp().phoneNumberId();
        this.clock = platform.clock();
        this.fanOut = new FanOut(platform.threads());
        this.table = Table.of(services);
        this.carriedIds = CarriedIds.of(services);
        this.templateStates = new TemplateStates(services);
        this.inboundDispatcher = new InboundDispatcher(services);
    }

    /**
     * Signed by ourselves, and with nobody's message in it. So the table is asked apart, to read and delete what is not there,
     * while the secret is on its way: one connection is made while the other is.
     */
    @Override
    protected Rehearsal rehearsal() {
        fanOut.begin(secrets::current);
        table.get(List.of(NOBODY));
        Transaction transaction = table.transaction();
        transaction.delete(NOBODY);
        transaction.commit();
        Secret secret = secrets.current();
        String stage = secret.webhookStage().isEmpty() ? ApiRequest.PUBLIC_STAGE : secret.webhookStage();
        String signature = SignatureCheck.of(NOTHING.getBytes(StandardCharsets.UTF_8), secret.signatureKey());
        return new Rehearsal("POST", "/webhook", stage, SignatureCheck.HEADER, signature, NOTHING);
    }

    @Override
    protected ApiResponse answer(ApiRequest request) {
        if (isPublic(request) && !secrets.current().webhookStage().isEmpty()) {
            return refused(Problem.SECRET_ADDRESS);
        }
        return request.route().startsWith("GET ") ? verification(request.query()) : delivery(request);
    }

    private static boolean isPublic(ApiRequest request) {
        return request.stage().equals(ApiRequest.PUBLIC_STAGE);
    }

    private ApiResponse verification(Map<String, String> query) {
        byte[] given = query.getOrDefault("hub.verify_token", "").getBytes(StandardCharsets.UTF_8);
        boolean ours = "subscribe".equals(query.get("hub.mode"))
                && (isVerifyToken(given, secrets.current()) || isVerifyToken(given, secrets.afterRefusal()));
        return ours ? ApiResponse.text(200, query.getOrDefault("hub.challenge", "")) : ApiResponse.text(403, "");
    }

    private static boolean isVerifyToken(byte[] given, Secret secret) {
        return MessageDigest.isEqual(given, secret.verifyToken().getBytes(StandardCharsets.UTF_8));
    }

    /** The signature comes first: nothing of an unsigned body is looked at. */
    private ApiResponse delivery(ApiRequest request) {
        if (!isSigned(request)) {
            // What anybody can send to an address that anybody can guess must not wake the admin.
            if (!isPublic(request) && SignatureCheck.isClaimed(request.header(SignatureCheck.HEADER))) {
                Log.event(LogEvent.SIGNATURE_WRONG);
            }
            return refused(Problem.BAD_SIGNATURE);
        }
        if (request.body().length > LARGEST) {
            return refused(Problem.TOO_LARGE);
        }
        Optional<WebhookPayload> webhook = parsed(request.body());
        if (webhook.filter(WebhookFunction::tellsOfTemplates).isPresent()) {
            templateStates.forget();
        }
        return webhook.isEmpty() ? refused(Problem.BAD_REQUEST) : inboundDispatcher.take(webhook.get());
    }

    private static boolean tellsOfTemplates(WebhookPayload webhook) {
        return webhook.notices().contains(AccountNotice.TEMPLATE)
                || webhook.notices().contains(AccountNotice.TEMPLATE_STOPPED);
    }

    private boolean isSigned(ApiRequest request) {
        Optional<String> signature = request.header(SignatureCheck.HEADER);
        return SignatureCheck.isValid(
                        signature, request.body(), secrets.current().signatureKey())
                || SignatureCheck.isValid(
                        signature, request.body(), secrets.afterRefusal().signatureKey());
    }

    private Optional<WebhookPayload> parsed(byte[] body) {
        try {
            return WebhookParser.parse(Json.read(body), new Reader(phoneNumberId, clock.instant(), carriedIds::open));
        } catch (Json.NotJson e) {
            return Optional.empty();
        }
    }

    private static ApiResponse refused(Problem problem) {
        Log.event(LogEvent.WEBHOOK_REFUSED, LogField.what(problem));
        return ApiResponse.problem(problem);
    }
}
