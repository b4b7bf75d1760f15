package org.sprechstunde.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.graph.AccountState;
import org.sprechstunde.emulator.graph.TemplateReview;
import org.sprechstunde.emulator.web.JsonTrees;
import org.sprechstunde.emulator.web.Route;
import org.sprechstunde.emulator.web.Web;
import org.sprechstunde.emulator.web.WebAnswer;
import org.sprechstunde.local.account.AwsAccountStandIn;
import org.sprechstunde.local.account.CloudFormationStandIn;

/** A town that is connected and well; then each thing broken once, and the check names it. */
final class CheckTest {
    private static final String DEAD_END = "http://127.0.0.1:9";
    private static final String NAME = "rueckmeldung";
    private static Admin admin;

    @BeforeAll
    static void connect() {
        admin = new Admin();
        Citizen phone = admin.town().meta().citizens().withPhone("Admin");
        assertThat(admin.runs(admin.first(phone)).status()).isZero();
    }

    @AfterAll
    static void stop() {
        admin.close();
    }

    record Trouble(Consumer<AccountState> broken, Consumer<AccountState> mended) {}

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of("Die Vorlage rueckmeldung (de) wird noch geprüft", review("PENDING")),
                Arguments.of("hat die Vorlage rueckmeldung (de) abgelehnt (INVALID_FORMAT)", review("REJECTED")),
                Arguments.of("hat die Vorlage rueckmeldung (de) angehalten", review("PAUSED")),
                Arguments.of("hat die Vorlage rueckmeldung (de) abgeschaltet", review("DISABLED")),
                Arguments.of("Die Vorlage rueckmeldung (de) wird gerade gelöscht", review("PENDING_DELETION")),
                Arguments.of("lässt sich nicht senden (Meta nennt LOCKED)", review("LOCKED")),
                Arguments.of(
                        "zählt die Vorlage rueckmeldung (de) jetzt zu MARKETING",
                        new Trouble(
                                meta -> meta.templates().recategorize(NAME, "de", "MARKETING"),
                                meta -> meta.templates().recategorize(NAME, "de", "UTILITY"))),
                Arguments.of("Es fehlt eine gültige Zahlungsart", health("WABA", "BLOCKED", 141006)),
                Arguments.of("Das Unternehmen ist nicht geprüft", health("BUSINESS", "LIMITED", 141010)),
                Arguments.of("Die Nummer darf nicht senden (Meta nennt 4711)", health("PHONE_NUMBER", "BLOCKED", 4711)),
                Arguments.of("Die App darf nur eingeschränkt senden", health("APP", "LIMITED", 4711)));
    }

    private static Trouble review(String status) {
        return new Trouble(
                meta -> {
                    meta.templates().verdict(status);
                    meta.templates().decide(NAME, "de", status);
                },
                meta -> {
                    meta.templates().verdict("APPROVED");
                    meta.templates().decide(NAME, "de", "APPROVED");
                });
    }

    private static Trouble health(String entity, String state, int code) {
        return new Trouble(
                meta -> meta.health().trouble(entity, state, code),
                meta -> meta.health().mend());
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void whatMetaHasAgainstItIsNamed(String told, Trouble trouble) {
        AccountState meta = admin.town().meta().setup();
        trouble.broken().accept(meta);

        Admin.Said said = admin.runs(TypedLines.of(), "--check");
        trouble.mended().accept(meta);

        assertThat(said.text()).contains("! ").contains(told).doesNotContain("ist in Ordnung");
        assertThat(said.status()).isEqualTo(1);
        assertThat(admin.runs(TypedLines.of(), "--check").status()).isZero();
    }

    @Test
    void aTemplateThatNobodySubmittedIsSubmittedByTheNextRun() {
        TemplateReview templates = admin.town().meta().setup().templates();
        templates.forget(NAME, "en");

        assertThat(admin.runs(TypedLines.of(), "--check").text())
                .contains("! Meta hat die Vorlage rueckmeldung (en) nie bekommen");
        assertThat(admin.runs(Admin.again()).text()).contains("Die Vorlage rueckmeldung (en) ist genehmigt");
        assertThat(admin.runs(TypedLines.of(), "--check").status()).isZero();
    }

    @Test
    void aMailThatNobodyConfirmedIsAskedForAgain() {
        admin.town().account().subscriptions().drop(Admin.ALARMED);

        assertThat(admin.runs(TypedLines.of(), "--check").text())
                .contains("! it@heringen.example bekommt noch keine Mails");
        TypedLines again = TypedLines.of("")
                .then(() -> {
                    assertThat(admin.town().account().subscriptions().isAsked(Admin.ALARMED))
                            .isTrue();
                    return admin.confirmed(Admin.ALARMED);
                })
                .then("")
                .then("")
                .then("j")
                .then("j")
                .then("")
                .then("")
                .then("");
        assertThat(admin.runs(again).status()).isZero();
        assertThat(admin.runs(TypedLines.of(), "--check").status()).isZero();
    }

    /** By the functions' own hash. */
    @Test
    void aLoginIsNamedAsTheLogNamesIt() {
        String pepper = admin.secret().replaceFirst(".*\"pepper\":\"([^\"]+)\".*", "$1");
        String subject = admin.town().account().logins().subject(Admin.MAYOR);
        String mark = new Pseudonyms(pepper.getBytes(StandardCharsets.UTF_8))
                .login(subject)
                .hex();

        assertThat(admin.runs(TypedLines.of(), "--check").text()).contains(Admin.MAYOR + " heißt im Protokoll " + mark);
    }

    @Test
    void aLogOfErasuresThatNobodyCanAskIsNamed() {
        CloudFormationStandIn stack = admin.town().account().stack();
        stack.parameter("ErasureLog", "yes");

        Admin.Said said = admin.runs(TypedLines.of(), "--check");
        stack.parameter("ErasureLog", "no");

        assertThat(said.text())
                .contains("! GET /quittung antwortet mit 404 statt mit 200", "! POST /quittung antwortet mit 404");
        assertThat(said.status()).isEqualTo(1);
    }

    /** No second factor is needed for it. */
    @ParameterizedTest
    @ValueSource(strings = {"InboxFunction", "ReplyFunction", "ResolveFunction"})
    void aFunctionThatFailsBehindTheLoginIsNamed(String function) {
        admin.town().account().functions().fail(function);

        Admin.Said said = admin.runs(TypedLines.of(), "--check");
        admin.town().account().functions().mend();

        assertThat(said.text()).contains("! " + function + " antwortet jemandem mit Anmeldung mit – statt mit 404");
        assertThat(said.status()).isEqualTo(1);
        assertThat(admin.runs(TypedLines.of(), "--check").text())
                .contains("Der Anmeldeserver kennt die Seite", "Nicht geprüft: die Anmeldung selbst");
    }

    /** Cognito leads whom it does not know to a page of errors; others just refuse. */
    @ParameterizedTest
    @MethodSource
    void aLoginServerThatDoesNotKnowThePageIsNamed(String told, WebAnswer door) throws IOException {
        try (Web page = Web.open(0);
                AwsAccountStandIn account =
                        admin.otherAccount("", "", page.uri().toString())) {
            ObjectNode configuration = JsonTrees.object().put("issuer", page.uri() + "/pool");
            ObjectNode server = JsonTrees.object().put("authorization_endpoint", page.uri() + "/authorize");
            page.serve(List.of(
                    new Route("GET", "/config.json", _ -> WebAnswer.ok(configuration)),
                    new Route("GET", "/pool/.well-known/openid-configuration", _ -> WebAnswer.ok(server)),
                    new Route("GET", "/authorize", _ -> door)));

            assertThat(admin.runs(account.uri(), TypedLines.of(), "--check").text())
                    .contains("! Der Anmeldeserver weist die Seite ab (" + told + ")");
        }
    }

    static Stream<Arguments> aLoginServerThatDoesNotKnowThePageIsNamed() {
        return Stream.of(
                Arguments.of("redirect_mismatch", new WebAnswer.Moved("/error?error=redirect_mismatch&client_id=page")),
                Arguments.of("invalid_scope", new WebAnswer.Moved("/?error=invalid_scope&state=check")),
                Arguments.of("400", WebAnswer.refused(400, "unknown client")));
    }

    @Test
    void aTownThatDoesNotAnswerIsNamedRouteByRoute() throws IOException {
        try (AwsAccountStandIn account = admin.otherAccount("", "", DEAD_END)) {
            Admin.Said said = admin.runs(account.uri(), TypedLines.of(), "--check");

            assertThat(said.text())
                    .contains("! GET / antwortet mit – statt mit 200", "! POST /api/enquiries/{id}/resolve antwortet");
            assertThat(said.status()).isEqualTo(1);
        }
    }
}
