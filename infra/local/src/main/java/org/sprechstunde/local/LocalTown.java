package org.sprechstunde.local;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.emulator.WhatsAppEmulator;
import org.sprechstunde.local.account.AwsAccountStandIn;
import org.sprechstunde.local.engine.Engine.Outcome;
import org.sprechstunde.local.gateway.Stages;
import org.sprechstunde.local.output.FunctionLog;
import org.sprechstunde.local.stores.Mail;
import org.sprechstunde.local.stores.SnsStandIn;
import org.sprechstunde.local.stores.StoreClients;
import org.sprechstunde.local.template.TownTemplate;

/** A town that runs on this computer until it is closed. */
public final class LocalTown implements AutoCloseable {
    private final Town town;
    private final Running running;

    /** What the town is made of once it runs; an emulator is absent where what it stands in for is elsewhere. */
    record Town(
            Addresses addresses,
            TownTemplate template,
            TownClock clock,
            FunctionLog log,
            StoreClients clients,
            LocalFunctions functions,
            Stages stages,
            Optional<WhatsAppEmulator> meta,
            Optional<AwsAccountStandIn> account,
            Optional<SnsStandIn> mails) {}

    LocalTown(Town town, Running running) {
        this.town = town;
        this.running = running;
    }

    /**
     * Starts everything and returns when the page can be opened.
     *
     * @throws StartException if it cannot start, with a sentence that says what to do
     */
    public static LocalTown start(Options options) {
        return new TownStart(options).start();
    }

    /** The mayor's page; the API is below {@code /api}. */
    public URI page() {
        return town.addresses().of(Part.PAGE);
    }

    /** Where WhatsApp delivers: an address that strangers cannot guess, once the town is connected. */
    public URI webhook() {
        return town.stages().named().stream()
                .map(stage -> page().resolve("/" + stage + "/webhook"))
                .findFirst()
                .orElseGet(this::guessableWebhook);
    }

    /** The same where everybody expects it. */
    public URI guessableWebhook() {
        return page().resolve("/webhook");
    }

    /** The stages of the API. */
    public Stages stages() {
        return town.stages();
    }

    /** The WhatsApp emulator with the citizens' phones. */
    public WhatsAppEmulator meta() {
        return town.meta().orElseThrow(() -> new IllegalStateException("WhatsApp is elsewhere"));
    }

    /** The emulator for the AWS account: secret, stack and logins. */
    public AwsAccountStandIn account() {
        return town.account().orElseThrow(() -> new IllegalStateException("the account is elsewhere"));
    }

    /** The e-mails that the mayor has got, oldest first. */
    public List<Mail> mails() {
        return town.mails()
                .orElseThrow(() -> new IllegalStateException("SNS is elsewhere"))
                .mails();
    }

    /** Where those can be read. */
    public URI mailbox() {
        return town.addresses().of(Part.MAIL);
    }

    /** The citizens' phones, or wherever WhatsApp is. */
    public URI phone() {
        return town.addresses().of(Part.META);
    }

    /** The issuer of the mayor's tokens. */
    public URI issuer() {
        return town.addresses().of(Part.OIDC);
    }

    public URI dynamoDb() {
        return town.addresses().of(Part.DYNAMODB);
    }

    public URI s3() {
        return town.addresses().of(Part.S3);
    }

    /** Whether one of its parts answers there. */
    public boolean answersAt(URI address) {
        return town.addresses().anyAt(address.getRawAuthority());
    }

    /** Clients that look into both stores. */
    public StoreClients stores() {
        return town.clients();
    }

    /** The name of the town's table. */
    public String table() {
        return town.template().tables().getFirst().name();
    }

    /** The name of the town's bucket. */
    public String bucket() {
        return town.template().buckets().getFirst().name();
    }

    /** The template with all references resolved. */
    public TownTemplate template() {
        return town.template();
    }

    /** An access token as the mayor's page gets one. */
    public String token() {
        return token(Tokens.MAYOR);
    }

    /** An access token as the page of somebody of this name gets one, whose login says the name. */
    public String tokenOf(String person) {
        return Tokens.get(issuer(), Tokens.MAYOR, person);
    }

    /** An access token of any scope. */
    public String token(String scope) {
        return Tokens.get(issuer(), scope);
    }

    /**
     * Calls a function by its name in the template and returns what it answers.
     *
     * @throws IllegalStateException if it throws or takes too long
     */
    public String invoke(String function, String event) {
        Outcome outcome = town.functions().invoke(function, event.getBytes(StandardCharsets.UTF_8));
        return switch (outcome) {
            case Outcome.Answered(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
            case Outcome.Failed(String exception) -> throw new IllegalStateException(function + " threw " + exception);
            case Outcome.TimedOut() -> throw new IllegalStateException(function + " timed out");
        };
    }

    /** How often each function was called so far, by its name in the template. */
    public Map<String, Long> invocations() {
        return town.functions().engine().invocations();
    }

    /** The clock of the functions and of WhatsApp. */
    public Clock clock() {
        return town.clock();
    }

    /** Moves that clock forward. */
    public void advance(Duration duration) {
        town.clock().advance(duration);
    }

    /** What the functions have logged, oldest first. */
    public List<FunctionLog.Line> log() {
        return town.log().lines();
    }

    @Override
    public void close() {
        running.close();
    }
}
