package org.sprechstunde.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.graph.AccountState;
import org.sprechstunde.local.account.AwsAccountStandIn;

/** Whatever is wrong, the admin reads in plain words what and where to put it right; nothing is half done in silence. */
final class RefusalTest {
    private static final String DEAD_END = "http://127.0.0.1:9";
    private static Admin admin;
    private static AccountState.TownNumber number;
    private static AccountState.Token token;
    private static String secret;

    @BeforeAll
    static void deploy() {
        admin = new Admin();
        number = admin.town().meta().setup().number();
        token = admin.town().meta().setup().token();
        secret = admin.secret();
        admin.confirmed(Admin.ALARMED);
        admin.confirmed(Admin.NOTIFIED);
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    @BeforeEach
    void asItWas() {
        admin.town().meta().faults().clear();
        admin.secret(secret);
        admin.town().meta().setup().number(number);
        admin.town().meta().setup().token(token);
    }

    @Test
    void noSuchStack() {
        stops(admin.runs(TypedLines.of(), "--stack=anderswo"), "anderswo gibt es in der Region eu-central-1 nicht");
    }

    @Test
    void anAwsThatDoesNotAnswer() {
        Admin.Said said = admin.runs(URI.create(DEAD_END), TypedLines.of(""));

        stops(said, "AWS war für cloudformation:DescribeStacks nicht");
        assertThat(said.text()).contains("Der Grund im Wortlaut: Unable to execute HTTP request");
    }

    @Test
    void aTokenThatMetaDoesNotKnow() {
        stops(admin.runs(TypedLines.of("", "falsch", Admin.APP_SECRET)), "Meta erkennt das Zugriffstoken nicht an");
    }

    @Test
    void aTokenThatCannotBeOne() {
        stops(admin.runs(TypedLines.of("", "zwei worte", Admin.APP_SECRET)), "bitte noch einmal kopieren");
    }

    @Test
    void noTokenAtAll() {
        stops(admin.runs(TypedLines.of("", "", "")), "Ohne diese Angabe");
    }

    @Test
    void theSecretOfAnotherApp() {
        stops(admin.runs(TypedLines.of("", Admin.TOKEN, "falsch")), "gehört nicht zur App dieses Tokens");
    }

    /** Nothing that was right is typed twice. */
    @Test
    void onlyWhatWasWrongIsAskedAgain() {
        Admin.Said said = admin.runs(TypedLines.of("", "falsch", Admin.APP_SECRET, Admin.TOKEN));

        assertThat(said.text()).contains("Ein anderes Zugriffstoken", "Das App-Geheimnis gehört zur App");
        assertThat(said.text().split("\\? App-Geheimnis:", -1)).hasSize(2);
    }

    /** Whatever stops the rest: it is in the stack's secret already. */
    @Test
    void whatWasTypedIsKeptThoughTheNumberIsWrong() {
        stops(admin.runs(keys().then("n")), "Den Parameter WhatsAppPhoneNumberId");

        Admin.Said said = admin.runs(TypedLines.of("", "", "", "n"));

        assertThat(said.text()).contains("Zugriffstoken (Enter behält das vorhandene)", "Es darf das Konto verwalten");
    }

    @Test
    void aTokenThatMayTooLittle() {
        admin.town().meta().setup().token(new AccountState.Token(0, List.of("whatsapp_business_messaging"), true));

        stops(admin.runs(keys()), "Dem Token fehlt: whatsapp_business_management");
    }

    @Test
    void aTokenThatExpiresTomorrowIsAPointToSeeTo() {
        long tomorrow = System.currentTimeMillis() / 1000 + 86_400;
        admin.town().meta().setup().token(new AccountState.Token(tomorrow, token.scopes(), true));

        assertThat(admin.runs(keys()).text()).contains("! Das Token gilt nur bis");
    }

    @Test
    void aNumberThatTheTokenDoesNotSee() throws IOException {
        try (AwsAccountStandIn account = admin.otherAccount("WhatsAppPhoneNumberId", "4711", page())) {
            stops(admin.runs(account.uri(), keys()), "Die Nummer mit der ID 4711 kennt Meta nicht");
        }
    }

    @Test
    void theNumberOfSomebodyElse() {
        stops(admin.runs(keys().then("n")), "Den Parameter WhatsAppPhoneNumberId");
    }

    @Test
    void aNumberThatMetaOnlyLends() {
        admin.town().meta().setup().number(new AccountState.TownNumber("SANDBOX", true, true, number.storage(), ""));

        stops(admin.runs(keys()), "Testnummer");
    }

    @Test
    void aNumberThatNobodyHasConfirmed() {
        admin.town().meta().setup().number(new AccountState.TownNumber("LIVE", false, false, number.storage(), ""));

        stops(admin.runs(keys()), "noch nicht bestätigt");
    }

    @Test
    void aWrongPinLeavesTheNumberOffTheNetworkAndSaysSo() {
        admin.town()
                .meta()
                .setup()
                .number(new AccountState.TownNumber("LIVE", true, true, number.storage(), Admin.PIN));

        stops(admin.runs(keys().then("j").then("j").then("1").then("j").then("111111")), "Die PIN stimmt nicht");
    }

    @Test
    void aContactBookThatIsOnIsAPointToSeeTo() {
        assertThat(admin.runs(keys().then("j").then("n")).text()).contains("! Schalten Sie beide aus");
    }

    @Test
    void aTokenThatNamesNoAccountAsksForIt() {
        admin.town().meta().setup().token(new AccountState.Token(0, token.scopes(), false));

        stops(admin.runs(untilAccount().then("12345")), "Dieses Konto hat die Nummer nicht");
    }

    @Test
    void aTownThatDoesNotAnswer() throws IOException {
        try (AwsAccountStandIn account = admin.otherAccount("", "", DEAD_END)) {
            stops(admin.runs(account.uri(), untilAccount()), DEAD_END + "/…/webhook antwortet nicht wie erwartet");
        }
    }

    @Test
    void aTownThatMetaCannotReach() throws IOException {
        HttpServer town = deafToMeta();
        String page = "http://127.0.0.1:" + town.getAddress().getPort();
        try (AwsAccountStandIn account = admin.otherAccount("", "", page)) {
            stops(admin.runs(account.uri(), untilAccount()), "Meta kann " + page + "/…/webhook nicht erreichen");
        } finally {
            town.stop(0);
        }
    }

    @Test
    void aMetaThatIsDown() {
        admin.town().meta().faults().add(Fault.forever(FaultPoint.SETUP, FaultKind.DROP_AFTER_ACCEPT));

        stops(admin.runs(keys()), "Meta hat nicht geantwortet");
    }

    @Test
    void anInputThatEnds() {
        stops(admin.runs(TypedLines.of("")), "Die Eingabe ist zu Ende");
    }

    @Test
    void aWordThatMeansNothing() {
        assertThat(admin.runs(TypedLines.of(), "--tokn=geheim").status()).isEqualTo(2);
        assertThat(admin.runs(TypedLines.of(), "--tokn=geheim").text()).doesNotContain("geheim");
    }

    private static TypedLines keys() {
        return TypedLines.of("", Admin.TOKEN, Admin.APP_SECRET);
    }

    /** Everything before the account, with the storage choice left alone. */
    private static TypedLines untilAccount() {
        AccountState.TownNumber live = new AccountState.TownNumber("LIVE", true, true, number.storage(), Admin.PIN);
        admin.town().meta().setup().number(live);
        return keys().then("j").then("j").then("").then("").then("");
    }

    private static String page() {
        return admin.town().page().toString();
    }

    private static void stops(Admin.Said said, String why) {
        assertThat(said.text()).contains("✗").contains(why).contains("Angehalten.");
        assertThat(said.status()).isEqualTo(1);
    }

    /** Echoes the challenge to everybody but Meta. */
    private static HttpServer deafToMeta() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", RefusalTest::echo);
        server.start();
        return server;
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean meta = String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent"))
                    .startsWith("facebook");
            byte[] challenge = exchange.getRequestURI()
                    .getQuery()
                    .replaceFirst(".*hub.challenge=(\\d+).*", "$1")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(meta ? 403 : 200, challenge.length);
            exchange.getResponseBody().write(challenge);
        }
    }
}
