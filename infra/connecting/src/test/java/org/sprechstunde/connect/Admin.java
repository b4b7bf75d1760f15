package org.sprechstunde.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.local.ExampleTown;
import org.sprechstunde.local.LocalTown;
import org.sprechstunde.local.Options;
import org.sprechstunde.local.account.AwsAccountStandIn;
import org.sprechstunde.local.gateway.Stages;
import org.sprechstunde.local.template.SecretSpec;
import org.sprechstunde.local.template.StackDescription;

/** An admin before a town as a deployment leaves it. */
final class Admin implements AutoCloseable {
    static final String TOKEN = "local-access-token";
    static final String APP_SECRET = "local-app-secret";
    static final String PIN = "246810";
    static final String MAYOR = "rathaus@heringen.example";
    static final String ALARMED = "it@heringen.example";
    static final String NOTIFIED = "rathaus@heringen-werra.example";

    private static final String STACK = "sprechstunde";
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final LocalTown town;

    /** How the command ended and all that it said. */
    record Said(int status, String text) {}

    Admin() {
        this(LocalTown.start(options()));
    }

    /** Whatever stores the other tests use, this town's account is here. */
    private static Options options() {
        Options options = Options.forTest()
                .withEnvironment("SPRECHSTUNDE_CONNECTED", "no")
                .withEnvironment("SPRECHSTUNDE_STACK", STACK)
                .withParameter("AlarmEmail", ALARMED)
                .withParameter("WhatsAppStorage", "none");
        for (String service : List.of("", "_DYNAMODB", "_S3", "_SECRETS_MANAGER")) {
            options = options.withEnvironment("AWS_ENDPOINT_URL" + service, "");
        }
        return options;
    }

    Admin(LocalTown town) {
        this.town = town;
    }

    LocalTown town() {
        return town;
    }

    Said runs(TypedLines typedLines, String... flags) {
        return runs(town.account().uri(), typedLines, flags);
    }

    Said runs(URI account, TypedLines typedLines, String... flags) {
        return runs(variables(account), typedLines, flags);
    }

    static Said runs(Map<String, String> environment, TypedLines typedLines, String... flags) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
                ConnectMain.run(List.of(flags), environment, typedLines, new PrintStream(said, true, UTF_8), AT_ONCE);
        return new Said(status, said.toString(UTF_8));
    }

    static Map<String, String> variables(URI account) {
        return Map.of(
                "AWS_ENDPOINT_URL", account.toString(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local-secret-key");
    }

    /** All the answers of somebody who does it for the first time, and writes from {@code phone} when asked to. */
    TypedLines first(Citizen phone) {
        return TypedLines.of("")
                .then(() -> confirmed(ALARMED))
                .then(() -> confirmed(NOTIFIED))
                .then(TOKEN)
                .then(APP_SECRET)
                .then("j")
                .then("j")
                .then("1")
                .then(PIN)
                .then("Obersuhler Straße 1, 36266 Heringen")
                .then("rathaus@heringen.example")
                .then(() -> written(phone))
                .then(MAYOR);
    }

    /** Enter wherever something may stay as it is. */
    static TypedLines again() {
        return TypedLines.of("", "", "", "j", "j", "", "", "");
    }

    /** Whoever gets mails has opened AWS's link, and only Enter is left to type. */
    String confirmed(String address) {
        town.account().subscriptions().confirm(address);
        return "";
    }

    private String written(Citizen phone) {
        town.meta().sendText(phone, "Hallo");
        try {
            town.meta().awaitDelivered(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return "+" + phone.phone().orElseThrow();
    }

    /** What the stack's secret holds. */
    String secret() {
        return town.account().secret(spec().arn());
    }

    void secret(String value) {
        town.account().put(spec(), value);
    }

    private SecretSpec spec() {
        return town.template().secrets().getFirst();
    }

    /** Another account with the same secret, whose stack says something else of itself. */
    AwsAccountStandIn otherAccount(String parameter, String value, String page) {
        try {
            StackDescription told = StackDescription.read(
                    STACK,
                    Files.readString(Options.of(Map.of()).home().resolve("template.yaml")),
                    ExampleTown.with(Map.of(
                            "WhatsAppPhoneNumberId",
                            parameter.equals("WhatsAppPhoneNumberId") ? value : number(),
                            "WhatsAppApiUrl",
                            town.phone().toString())),
                    page);
            AwsAccountStandIn account = AwsAccountStandIn.start(0, told, new Stages());
            account.put(spec(), secret());
            return account;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String number() {
        return town.meta().setup().ids().number();
    }

    /** What has been set up at Meta so far; the functions' own messages apart. */
    long changesAtMeta() {
        return town.meta().calls().stream()
                .filter(call -> !call.method().equals("GET") && !call.route().endsWith("/messages"))
                .count();
    }

    @Override
    public void close() {
        town.close();
    }
}
