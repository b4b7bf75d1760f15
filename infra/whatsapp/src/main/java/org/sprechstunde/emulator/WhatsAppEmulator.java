package org.sprechstunde.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.chat.Citizens;
import org.sprechstunde.emulator.chat.WhatsAppState;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.faults.Faults;
import org.sprechstunde.emulator.graph.AccountState;
import org.sprechstunde.emulator.graph.GraphApi;
import org.sprechstunde.emulator.graph.RecordedCall;
import org.sprechstunde.emulator.graph.RecordedCalls;
import org.sprechstunde.emulator.graph.SetupApi;
import org.sprechstunde.emulator.graph.StatusUpdates;
import org.sprechstunde.emulator.graph.TemplateReview;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.PhoneApi;
import org.sprechstunde.emulator.phone.PhonePage;
import org.sprechstunde.emulator.phone.Phones;
import org.sprechstunde.emulator.phone.TestApi;
import org.sprechstunde.emulator.variants.Variants;
import org.sprechstunde.emulator.web.Web;
import org.sprechstunde.emulator.webhook.Bodies;
import org.sprechstunde.emulator.webhook.DeliveryRecord;
import org.sprechstunde.emulator.webhook.Endpoint;
import org.sprechstunde.emulator.webhook.Envelope;
import org.sprechstunde.emulator.webhook.WebhookDelivery;
import org.sprechstunde.emulator.webhook.WebhookSender;

/** A small WhatsApp on this computer: the Graph API for the town, phones for citizens, and misbehaviour for tests. */
public final class WhatsAppEmulator implements AutoCloseable {
    private static final String APP = "100000000000003";
    private static final Duration FIRST_GAP = Duration.ofSeconds(1);

    private final Faults faults = new Faults();
    private final Variants variants = new Variants();
    private final RecordedCalls calls = new RecordedCalls();
    private final WhatsAppState whatsAppState;
    private final Web web;
    private final Endpoint endpoint;
    private final WebhookSender webhookSender;
    private final Phones phones;
    private final EmulatorSettings settings;
    private final AccountState accountState;

    private WhatsAppEmulator(EmulatorSettings settings, Clock clock, Duration firstGap) {
        this.settings = settings;
        whatsAppState = WhatsAppState.empty(clock);
        web = Web.open(settings.port());
        endpoint = new Endpoint(settings.webhook(), settings.appSecret());
        webhookSender = new WebhookSender(endpoint, faults, new WebhookSender.Pace(clock, firstGap));
        Envelope envelope = new Envelope(settings.wabaId(), settings.phoneNumberId(), settings.displayPhoneNumber());
        StatusUpdates statusUpdates = new StatusUpdates(
                new StatusUpdates.Post(envelope, webhookSender, variants), whatsAppState.chats(), clock);
        phones = new Phones(
                whatsAppState,
                new Phones.Mail(envelope, webhookSender, statusUpdates),
                web.uri().toString());
        GraphApi.Watch watch = new GraphApi.Watch(faults, variants, calls);
        accountState = new AccountState(
                ids(settings),
                endpoint,
                new TemplateReview(value -> deliver(envelope.news("message_template_status_update", value))));
        GraphApi graph = new GraphApi(new GraphApi.Account(accountState), whatsAppState, watch, statusUpdates);
        web.serve(Stream.of(
                        PhonePage.routes(),
                        new PhoneApi(whatsAppState, phones).routes(),
                        new TestApi(faults, webhookSender, calls).routes(),
                        new SetupApi(accountState, endpoint, watch, clock).routes(),
                        graph.routes())
                .flatMap(List::stream)
                .toList());
    }

    private static AccountState.Ids ids(EmulatorSettings settings) {
        return new AccountState.Ids(
                APP,
                settings.appSecret(),
                settings.accessToken(),
                settings.wabaId(),
                settings.phoneNumberId(),
                settings.displayPhoneNumber());
    }

    /** Starts on the settings' port and answers at once. */
    public static WhatsAppEmulator start(EmulatorSettings settings) {
        return start(settings, Clock.systemUTC(), FIRST_GAP);
    }

    /**
     * Starts with another clock or another patience.
     *
     * @param firstGap how long after a failed delivery the next attempt comes; doubles up to 30 s
     */
    public static WhatsAppEmulator start(EmulatorSettings settings, Clock clock, Duration firstGap) {
        return new WhatsAppEmulator(settings, clock, firstGap);
    }

    /** Where Graph API, phone API and phone page are. */
    public URI uri() {
        return web.uri();
    }

    /** The handshake before the first delivery: true if the town echoes the challenge. */
    public boolean subscribe() throws InterruptedException {
        return endpoint.subscribe(settings.verifyToken());
    }

    /** What a town's admin sets up once. */
    public AccountState setup() {
        return accountState;
    }

    /** Who has a phone; new citizens are added here. */
    public Citizens citizens() {
        return whatsAppState.citizens();
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** How WhatsApp behaves. */
    public Variants variants() {
        return variants;
    }

    /** Sends a text and returns its id; the delivery follows by itself. */
    public String sendText(Citizen citizen, String text) {
        return send(citizen, CitizenMessage.text(text)).getFirst();
    }

    /** Sends all letters in one webhook; the ids in their order. */
    public List<String> send(Citizen citizen, CitizenMessage... letters) {
        return sendTogether(Arrays.stream(letters)
                .map(letter -> new Phones.Written(citizen, letter))
                .toList());
    }

    /** Sends letters of several citizens in one webhook; the ids in their order. */
    public List<String> sendTogether(List<Phones.Written> letters) {
        return phones.send(letters);
    }

    /** The citizen has a new number and, with it, a new user id. */
    public Citizen changeNumber(Citizen citizen) {
        return phones.move(citizen, true);
    }

    /** The citizen has a new user id, the number stays. */
    public Citizen changeUserId(Citizen citizen) {
        return phones.move(citizen, false);
    }

    /** Delivers any webhook body, signed. */
    public void deliver(ObjectNode body) {
        webhookSender.post(new WebhookDelivery(FaultPoint.WEBHOOK, body, Set.of(), () -> {}));
    }

    /** The citizen's chat, oldest first. */
    public List<ChatMessage> conversation(Citizen citizen) {
        return whatsAppState.chats().of(citizen);
    }

    /** The citizen looks at the phone: all that the town wrote becomes read. */
    public void read(Citizen citizen) {
        phones.read(citizen);
    }

    /** What was delivered, or is still to be. */
    public List<DeliveryRecord> deliveries() {
        return webhookSender.log();
    }

    /** True once every webhook is delivered, false if that takes longer than {@code patience}. */
    public boolean awaitDelivered(Duration patience) throws InterruptedException {
        return webhookSender.awaitQuiet(patience);
    }

    /** Delivers the newest {@code last} webhooks once more; how many those were. */
    public int redeliver(int last) {
        return webhookSender.repost(last, UnaryOperator.identity());
    }

    /** The same, but with message ids that name the citizen's other identity. */
    public int redeliverUnderOtherIdentity(int last) {
        return webhookSender.repost(last, Bodies::underOtherIdentity);
    }

    /** What the town has called, bodies included. */
    public List<RecordedCall> calls() {
        return calls.all();
    }

    @Override
    public void close() {
        webhookSender.close();
        web.close();
    }
}
