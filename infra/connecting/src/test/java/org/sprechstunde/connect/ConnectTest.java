package org.sprechstunde.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.graph.AccountState;

/** From a fresh deployment to a town that works; each test goes on where the one before ended, as an admin does. */
@TestMethodOrder(OrderAnnotation.class)
final class ConnectTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Admin admin;

    @BeforeAll
    static void deploy() {
        admin = new Admin();
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    @Test
    @Order(1)
    void aCheckOfAFreshDeploymentSaysThatItIsNotConnected() {
        Admin.Said said = admin.runs(TypedLines.of(), "--check");

        assertThat(said.text()).contains("Noch nicht verbunden");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void aFreshDeploymentIsConnectedInOneGo() throws Exception {
        String pepper = field("pepper");
        Citizen phone = admin.town().meta().citizens().withPhone("Admin");
        TypedLines typedLines = admin.first(phone);

        Admin.Said said = admin.runs(typedLines);

        assertThat(said.text()).contains("Alles in Ordnung.");
        assertThat(said.status()).isZero();
        assertThat(typedLines.areAllUsed()).isTrue();
        assertThat(field("accessToken")).isEqualTo(Admin.TOKEN);
        assertThat(field("appSecret")).isEqualTo(Admin.APP_SECRET);
        assertThat(field("pepper")).isEqualTo(pepper);
        assertThat(field("verifyToken")).hasSize(48);
        assertThat(admin.town().account().logins().addresses()).containsExactly(Admin.MAYOR);
        assertThat(said.text().lines().filter(line -> line.contains("↶"))).hasSize(9);
        assertThat(admin.town().account().stack().parameter("Protected")).isEqualTo("yes");
        assertThat(admin.town().account().stack().parameter("RetentionMaxDays")).isEqualTo("90");
        assertThat(admin.town().account().stack().isTerminationProtected()).isTrue();
        assertThatMetaIsSetUp();
        JsonNode profile = admin.town().meta().setup().profile().read();
        assertThat(profile.path("vertical").asText()).isEqualTo("GOVT");
        assertThat(profile.path("websites").toString()).contains("https://heringen-werra.example/datenschutz");
        assertThat(profile.path("address").asText()).startsWith("Obersuhler");
        assertThat(said.text())
                .contains(
                        "Die Vorlage rueckmeldung (de) ist eingereicht.",
                        "Die Vorlage rueckmeldung (en) ist genehmigt.");
        assertThat(admin.town().meta().conversation(phone))
                .anyMatch(bubble -> bubble.content().path("body").asText().startsWith("Dies ist eine Probe"));
        assertThat(said.text()).doesNotContain(phone.phone().orElseThrow());
    }

    private static void assertThatMetaIsSetUp() {
        AccountState accountState = admin.town().meta().setup();
        assertThat(accountState.number().registered()).isTrue();
        assertThat(accountState.number().storage().status()).isEqualTo("NO_STORAGE_ENABLED");
        assertThat(accountState.isSubscribed()).isTrue();
        AccountState.Webhook webhook = accountState.webhook().orElseThrow();
        assertThat(webhook.callback()).isEqualTo(admin.town().webhook());
        assertThat(webhook.fields())
                .containsExactlyInAnyOrder(
                        "messages",
                        "account_update",
                        "account_alerts",
                        "phone_number_quality_update",
                        "message_template_status_update",
                        "security");
    }

    @Test
    @Order(3)
    void whoeverDoesNotKnowTheSecretAddressReachesNothing() throws Exception {
        String stage = field("webhookStage");
        URI guessable = admin.town().guessableWebhook();

        assertThat(stage).matches("[0-9a-f]{32}");
        assertThat(admin.town().stages().named()).containsExactly(stage);
        assertThat(handshake(admin.town().webhook(), field("verifyToken"))).isEqualTo(200);
        assertThat(handshake(guessable, field("verifyToken"))).isEqualTo(404);
        assertThat(handshake(guessable.resolve("/" + "0".repeat(32) + "/webhook"), field("verifyToken")))
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void aRepetitionChangesNothing() {
        String secret = admin.secret();
        long changes = admin.changesAtMeta();
        int invitations = admin.town().account().logins().invitations();

        Admin.Said said = admin.runs(Admin.again());

        assertThat(said.status()).isZero();
        assertThat(said.text()).doesNotContain("Rückgängig").doesNotContain("↶");
        assertThat(admin.secret()).isEqualTo(secret);
        assertThat(admin.changesAtMeta()).isEqualTo(changes);
        assertThat(admin.town().account().logins().invitations()).isEqualTo(invitations);
    }

    @Test
    @Order(3)
    void aCheckAsksAndChangesNothing() {
        long changes = admin.changesAtMeta();

        Admin.Said said = admin.runs(TypedLines.of(), "--check", "--stack=sprechstunde", "--english");

        assertThat(said.text())
                .contains(
                        "Check: nothing is changed",
                        "What can be checked from here is well",
                        "by hand",
                        "functions behind it answer somebody who is logged in",
                        "Not checked: the login itself")
                .doesNotContain("   ? ");
        assertThat(said.status()).isZero();
        assertThat(admin.changesAtMeta()).isEqualTo(changes);
    }

    @Test
    @Order(3)
    void aTownThatCanBeDeletedByMistakeIsAPointToSeeTo() {
        admin.town().account().stack().terminationProtected(false);
        Admin.Said stack = admin.runs(TypedLines.of(), "--check");
        admin.town().account().stack().terminationProtected(true);
        admin.town().account().stack().parameter("Protected", "no");
        Admin.Said stores = admin.runs(TypedLines.of(), "--check");
        admin.town().account().stack().parameter("Protected", "yes");

        assertThat(List.of(stack, stores))
                .allSatisfy(said -> assertThat(said.text()).contains("! Stack, Tabelle oder Anmeldung"))
                .allSatisfy(said -> assertThat(said.status()).isEqualTo(1));
    }

    @Test
    @Order(3)
    void anotherMayorCanBeInvitedAndAnInvitationSentAgain() {
        TypedLines another = TypedLines.of("", "", "", "j", "j", "", "", "stv@heringen.example");
        TypedLines again = TypedLines.of("", "", "", "j", "j", "", "", Admin.MAYOR, "j");

        assertThat(admin.runs(another).text()).contains("Rückgängig: aws cognito-idp admin-delete-user");
        assertThat(admin.runs(again).text()).contains("hat eine neue Einladung bekommen");
    }

    @Test
    @Order(4)
    void theStorageChoiceCanBeChangedLaterAndThenTheTownsTextsMustSaySo() {
        Admin.Said said = admin.runs(choosing("2"));

        assertThat(said.status()).isOne();
        assertThat(said.text())
                .contains("Local Storage Deutschland ist gesetzt", "Rückgängig: infra/connect")
                .contains("WhatsAppStorage: germany");
        AccountState.TownNumber number = admin.town().meta().setup().number();
        assertThat(number.registered()).isTrue();
        assertThat(number.storage().region()).contains("DE");

        Admin.Said back = admin.runs(choosing("1"));
        assertThat(back.status()).isZero();
        assertThat(back.text()).doesNotContain("WhatsAppStorage");
    }

    /** Whoever has told infra/setup is not asked once more. */
    @Test
    @Order(4)
    void theProfileTakesWhatTheTownHasSaidOfItself(@TempDir Path folder) throws IOException {
        Path facts = folder.resolve("town.yaml");
        Files.writeString(facts, "# infra/setup\nTownAddress: 'Am Markt 2, Bad X''stadt'\nTownEmail: ''\n");
        Map<String, String> environment =
                new HashMap<>(Admin.variables(admin.town().account().uri()));
        environment.put("SPRECHSTUNDE_ANSWERS", facts.toString());
        var stack = admin.town().account().stack();
        new GraphClient(stack.parameter("WhatsAppApiUrl") + "/" + stack.parameter("WhatsAppApiVersion"))
                .post(
                        stack.parameter("WhatsAppPhoneNumberId") + "/whatsapp_business_profile",
                        GraphClient.object()
                                .put("messaging_product", "whatsapp")
                                .put("address", ""),
                        Admin.TOKEN)
                .orStop();

        Admin.Said said = Admin.runs(environment, Admin.again());

        assertThat(said.text()).doesNotContain("Anschrift des Rathauses");
        assertThat(admin.town().meta().setup().profile().read().path("address").asText())
                .isEqualTo("Am Markt 2, Bad X'stadt");
    }

    /** SAM reads any YAML, and what it alone reads was once taken for unsaid. */
    @Test
    @Order(4)
    void aLineThatOnlySamWouldReadStopsItBeforeAnythingIsChanged(@TempDir Path folder) throws IOException {
        Path facts = folder.resolve("town.yaml");
        Files.writeString(facts, "# by hand\n\nTownAddress: Am Markt 2\n");
        Map<String, String> environment =
                new HashMap<>(Admin.variables(admin.town().account().uri()));
        environment.put("SPRECHSTUNDE_ANSWERS", facts.toString());
        long changes = admin.changesAtMeta();

        Admin.Said said = Admin.runs(environment, Admin.again());

        assertThat(said.status()).isOne();
        assertThat(said.text()).contains(facts + ": TownAddress: Am Markt 2", "in einfachen Anführungszeichen");
        assertThat(admin.changesAtMeta()).isEqualTo(changes);
    }

    private static TypedLines choosing(String storage) {
        return TypedLines.of("", "", "", "j", "j", storage, "j", Admin.PIN, "", "");
    }

    @Test
    @Order(5)
    void aWarmTownLearnsANewVerifyTokenHalfAMinuteAfterARefusal() throws Exception {
        assertThat(handshake(field("verifyToken"))).isEqualTo(200);
        String other = admin.secret().replace(field("verifyToken"), "another-verify-token");
        admin.secret(other);

        admin.town().advance(Duration.ofSeconds(31));

        assertThat(handshake("another-verify-token")).isEqualTo(200);
    }

    @Test
    @Order(6)
    void aNewSecretAddressTakesThePlaceOfTheFormer() throws Exception {
        URI former = admin.town().webhook();

        Admin.Said said = admin.runs(Admin.again(), "--new-address");

        assertThat(said.text()).contains("Die frühere geheime Adresse gibt es nicht mehr.", "Alles in Ordnung.");
        assertThat(said.text()).doesNotContain(field("webhookStage")).doesNotContain(former.toString());
        assertThat(admin.town().webhook()).isNotEqualTo(former);
        assertThat(admin.town().stages().named()).containsExactly(field("webhookStage"));
        assertThat(deliveredTo()).isEqualTo(admin.town().webhook());
        assertThat(handshake(former, field("verifyToken"))).isEqualTo(404);
    }

    @Test
    @Order(7)
    void aTownOfAnOlderReleaseKeepsItsAddressUntilItIsConnectedAgain() throws Exception {
        becomeOlder();
        assertThat(setAtMeta(admin.town().guessableWebhook())).isEqualTo(200);
        long stored = counted("MessageStored");
        long wrong = counted("SignatureWrong");
        assertThat(forge(admin.town().guessableWebhook())).isEqualTo(401);
        assertThat(counted("SignatureWrong")).isEqualTo(wrong);

        Admin.Said check = admin.runs(TypedLines.of(), "--check");
        admin.town().meta().sendText(admin.town().meta().citizens().withPhone("Vorher"), "Vorher");
        admin.town().meta().awaitDelivered(Duration.ofSeconds(20));

        assertThat(check.text()).contains("! Meta liefert an eine Adresse, die jeder erraten kann");
        assertThat(check.status()).isEqualTo(1);
        assertThat(counted("MessageStored")).isEqualTo(stored + 1);

        Admin.Said said = admin.runs(Admin.again());
        admin.town().advance(Duration.ofMinutes(6));
        admin.town().meta().sendText(admin.town().meta().citizens().withPhone("Nachher"), "Nachher");
        admin.town().meta().awaitDelivered(Duration.ofSeconds(20));

        assertThat(said.text()).contains("Nur wer die geheime Adresse kennt").doesNotContain("Künftig an diese Stadt?");
        assertThat(counted("MessageStored")).isEqualTo(stored + 2);
        assertThat(deliveredTo()).isEqualTo(admin.town().webhook());
        assertThat(handshake(admin.town().guessableWebhook(), field("verifyToken")))
                .isEqualTo(404);
    }

    @Test
    @Order(8)
    void theGuessableAddressIsNotClosedBeforeWhatsAppHasAnother() throws Exception {
        becomeOlder();
        int port = admin.town().page().getPort();
        assertThat(setAtMeta(URI.create("http://localhost:" + port + "/webhook")))
                .isEqualTo(200);

        Admin.Said said = admin.runs(TypedLines.of("", "", "", "j", "j", "", "n"));
        admin.town().advance(Duration.ofMinutes(6));

        assertThat(said.text()).contains("Künftig an diese Stadt?", "Angehalten.");
        assertThat(field("webhookStage")).isEmpty();
        assertThat(handshake(admin.town().guessableWebhook(), field("verifyToken")))
                .isEqualTo(200);
    }

    private static void becomeOlder() throws IOException {
        admin.town().stages().named().forEach(admin.town().stages()::remove);
        ObjectNode older = (ObjectNode) JSON.readTree(admin.secret());
        admin.secret(older.without("webhookStage").toString());
        admin.town().advance(Duration.ofMinutes(6));
    }

    /** As the former release did. */
    private static int setAtMeta(URI webhook) throws IOException, InterruptedException {
        AccountState.Ids ids = admin.town().meta().setup().ids();
        String form = "object=whatsapp_business_account&fields=messages&callback_url=" + webhook + "&verify_token="
                + field("verifyToken");
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI subscriptions = URI.create(admin.town().phone() + "/v26.0/" + ids.app() + "/subscriptions");
            HttpRequest request = HttpRequest.newBuilder(subscriptions)
                    .header("Authorization", "Bearer " + ids.app() + "|" + ids.appSecret())
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static URI deliveredTo() {
        return admin.town().meta().setup().webhook().orElseThrow().callback();
    }

    private static long counted(String metric) {
        return admin.town().log().stream()
                .filter(line -> line.text().contains("\"" + metric + "\":1"))
                .count();
    }

    /** A delivery by somebody who has no secret, only 64 digits. */
    private static int forge(URI webhook) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(webhook)
                    .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static int handshake(String token) throws IOException, InterruptedException {
        return handshake(admin.town().webhook(), token);
    }

    private static int handshake(URI webhook, String token) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create(webhook + "?hub.mode=subscribe&hub.challenge=1&hub.verify_token=" + token);
            HttpResponse<Void> answer =
                    client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
            return answer.statusCode();
        }
    }

    private static String field(String name) throws IOException {
        JsonNode secret = JSON.readTree(admin.secret());
        return secret.path(name).asText();
    }
}
