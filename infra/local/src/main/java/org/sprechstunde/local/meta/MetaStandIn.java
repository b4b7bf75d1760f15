package org.sprechstunde.local.meta;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sprechstunde.local.meta.chat.Bubble;
import org.sprechstunde.local.meta.chat.Citizen;
import org.sprechstunde.local.meta.chat.Citizens;
import org.sprechstunde.local.meta.chat.World;
import org.sprechstunde.local.meta.faults.Faults;
import org.sprechstunde.local.meta.faults.Where;
import org.sprechstunde.local.meta.graph.Call;
import org.sprechstunde.local.meta.graph.Calls;
import org.sprechstunde.local.meta.graph.GraphApi;
import org.sprechstunde.local.meta.graph.Setup;
import org.sprechstunde.local.meta.graph.SetupApi;
import org.sprechstunde.local.meta.graph.Statuses;
import org.sprechstunde.local.meta.phone.Letter;
import org.sprechstunde.local.meta.phone.Page;
import org.sprechstunde.local.meta.phone.PhoneApi;
import org.sprechstunde.local.meta.phone.Phones;
import org.sprechstunde.local.meta.phone.TestApi;
import org.sprechstunde.local.meta.web.Web;
import org.sprechstunde.local.meta.webhook.Bodies;
import org.sprechstunde.local.meta.webhook.Delivery;
import org.sprechstunde.local.meta.webhook.Endpoint;
import org.sprechstunde.local.meta.webhook.Envelope;
import org.sprechstunde.local.meta.webhook.Parcel;
import org.sprechstunde.local.meta.webhook.Postman;

/** A small WhatsApp on this computer: the Graph API for the town, phones for citizens, and misbehaviour for tests. */
public final class MetaStandIn implements AutoCloseable {
    private static final String APP = "100000000000003";
    private static final Duration FIRST_GAP = Duration.ofSeconds(1);

    private final Faults faults = new Faults();
    private final Calls calls = new Calls();
    private final World world;
    private final Web web;
    private final Endpoint endpoint;
    private final Postman postman;
    private final Phones phones;
    private final MetaSettings settings;
    private final Setup setup;

    private MetaStandIn(MetaSettings settings, Clock clock, Duration firstGap) {
        this.settings = settings;
        world = World.empty(clock);
        web = Web.open(settings.port());
        endpoint = new Endpoint(settings.webhook(), settings.appSecret());
        postman = new Postman(endpoint, faults, new Postman.Pace(clock, firstGap));
        Envelope envelope = new Envelope(settings.wabaId(), settings.phoneNumberId(), settings.displayPhoneNumber());
        Statuses statuses = new Statuses(envelope, postman, world.chats(), clock);
        phones = new Phones(
                world, new Phones.Mail(envelope, postman, statuses), web.uri().toString());
        GraphApi.Watch watch = new GraphApi.Watch(faults, calls);
        setup = new Setup(ids(settings), endpoint);
        GraphApi graph = new GraphApi(new GraphApi.Account(setup), world, watch, statuses);
        web.serve(Stream.of(
                        Page.routes(),
                        new PhoneApi(world, phones).routes(),
                        new TestApi(faults, postman, calls).routes(),
                        new SetupApi(setup, endpoint, watch, clock).routes(),
                        graph.routes())
                .flatMap(List::stream)
                .toList());
    }

    private static Setup.Ids ids(MetaSettings settings) {
        return new Setup.Ids(
                APP,
                settings.appSecret(),
                settings.accessToken(),
                settings.wabaId(),
                settings.phoneNumberId(),
                settings.displayPhoneNumber());
    }

    /** Starts on the settings' port and answers at once. */
    public static MetaStandIn start(MetaSettings settings) {
        return start(settings, Clock.systemUTC(), FIRST_GAP);
    }

    /**
     * Starts with another clock or another patience.
     *
     * @param firstGap how long after a failed delivery the next attempt comes; doubles up to 30 s
     */
    public static MetaStandIn start(MetaSettings settings, Clock clock, Duration firstGap) {
        return new MetaStandIn(settings, clock, firstGap);
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
    public Setup setup() {
        return setup;
    }

    /** Who has a phone; new citizens are added here. */
    public Citizens citizens() {
        return world.citizens();
    }

    /** What goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** Sends a text and returns its id; the delivery follows by itself. */
    public String sendText(Citizen citizen, String text) {
        return send(citizen, Letter.text(text)).getFirst();
    }

    /** Sends all letters in one webhook; the ids in their order. */
    public List<String> send(Citizen citizen, Letter... letters) {
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
        postman.post(new Parcel(Where.WEBHOOK, body, Set.of(), () -> {}));
    }

    /** The citizen's chat, oldest first. */
    public List<Bubble> conversation(Citizen citizen) {
        return world.chats().of(citizen);
    }

    /** The citizen looks at the phone: all that the town wrote becomes read. */
    public void read(Citizen citizen) {
        phones.read(citizen);
    }

    /** What was delivered, or is still to be. */
    public List<Delivery> deliveries() {
        return postman.log();
    }

    /** True once every webhook is delivered, false if that takes longer than {@code patience}. */
    public boolean awaitDelivered(Duration patience) throws InterruptedException {
        return postman.awaitQuiet(patience);
    }

    /** Delivers the newest {@code last} webhooks once more; how many those were. */
    public int redeliver(int last) {
        return postman.repost(last, UnaryOperator.identity());
    }

    /** The same, but with message ids that name the citizen's other identity. */
    public int redeliverUnderOtherIdentity(int last) {
        return postman.repost(last, Bodies::underOtherIdentity);
    }

    /** What the town has called, bodies included. */
    public List<Call> calls() {
        return calls.all();
    }

    @Override
    public void close() {
        postman.close();
        web.close();
    }
}
