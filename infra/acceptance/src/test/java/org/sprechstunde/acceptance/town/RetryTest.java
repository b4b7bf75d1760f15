package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.local.Options;
import org.sprechstunde.platform.Pause;

/** The town asks again where WhatsApp's table says so, with its waits, and never where an answer may be on its way. */
final class RetryTest {
    private static final String ANSWER = "Wir kümmern uns.";
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final List<Duration> WAITS = new CopyOnWriteArrayList<>();

    private static TestTown town;
    private static Await await;

    @BeforeAll
    static void start() {
        town = TestTown.start(Options.forTest().withPause(RetryTest::noted));
        await = new Await(town);
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    /** Waits that somebody would notice are only noted down. */
    private static void noted(Duration wait) {
        if (wait.compareTo(SHORT) < 0) {
            Pause.sleep(wait);
        } else {
            WAITS.add(wait);
        }
    }

    @BeforeEach
    void mend() {
        town.meta().faults().clear();
        town.meta().variants().only();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIR_LIMIT", "RATE_LIMIT", "STATUS_5XX"})
    void whatPassesByItselfIsAskedAgainAfterOneFourAndSixteenSeconds(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal " + faultKind);
        String id = writes(citizen);
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, faultKind).times(3));

        ApiClient.Answer answer = reply(id);

        assertThat(answer.body().at("/delivery/state").asText()).isEqualTo("accepted");
        assertThat(WAITS).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
        hasReceived(citizen, 1);
    }

    @Test
    void whatDoesNotPassIsGivenUpAfterThreeMoreTries() {
        String id = writes(town.meta().citizens().withPhone("Nochmal Vergeblich"));
        long before = sendings();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.PAIR_LIMIT));

        JsonNode delivery = reply(id).body().path("delivery");

        assertThat(delivery.path("state").asText()).isEqualTo("failed");
        assertThat(delivery.path("code").asInt()).isEqualTo(131056);
        assertThat(delivery.path("reason").asText()).isEqualTo("too-fast");
        assertThat(WAITS).hasSize(3);
        assertThat(sendings() - before).isEqualTo(4);
        assertThat(town.api().open(id).body().has("waitingSince")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"DROP_AFTER_ACCEPT", "GATEWAY_5XX"})
    void whatMayBeOnItsWayIsNeverSentTwice(FaultKind faultKind) {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal " + faultKind);
        String id = writes(citizen);
        long before = sendings();
        town.meta().faults().add(Fault.once(FaultPoint.MESSAGES, faultKind));

        reply(id);

        assertThat(WAITS).isEmpty();
        assertThat(sendings() - before).isEqualTo(1);
        await.messages(
                id,
                messages -> messages.getLast().at("/delivery/state").asText().equals("delivered"));
        hasReceived(citizen, 1);
    }

    @Test
    void whatOnlyTheAdminCanMendIsNotAskedAgain() {
        String id = writes(town.meta().citizens().withPhone("Nochmal Schlüssel"));
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));

        JsonNode delivery = reply(id).body().path("delivery");

        assertThat(delivery.path("reason").asText()).isEqualTo("token");
        assertThat(WAITS).isEmpty();
    }

    @Test
    void aTokenThatIsRefusedUnderAnotherHttpStatusIsFetchedAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal Token 400");
        String id = writes(citizen);
        town.meta().variants().only(Variant.TOKEN_REFUSED_AS_400);

        assertThat(reply(id).body().at("/delivery/state").asText()).isEqualTo("accepted");

        assertThat(WAITS).isEmpty();
        hasReceived(citizen, 1);
    }

    @Test
    void tooManyRequestsWithoutACodeOfWhatsAppsPasses() {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal 429");
        String id = writes(citizen);
        town.meta().variants().only(Variant.TOO_MANY_WITHOUT_CODE);

        assertThat(reply(id).body().at("/delivery/state").asText()).isEqualTo("accepted");

        assertThat(WAITS).containsExactly(Duration.ofSeconds(1));
        hasReceived(citizen, 1);
    }

    @Test
    void whoWantsToBeLeftInPeaceIsLeftInPeaceAsLong() {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal Geduld");
        String id = writes(citizen);
        town.meta().variants().only(Variant.RETRY_AFTER);

        assertThat(reply(id).body().at("/delivery/state").asText()).isEqualTo("accepted");

        assertThat(WAITS).containsExactly(Duration.ofSeconds(2));
        hasReceived(citizen, 1);
    }

    @Test
    void oneFileThatIsNotTakenIsSentOnceMoreAndRingsNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Nochmal 131053");
        String id = writes(citizen);
        long rung = said("SENDING_BLOCKED");
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.REFUSED).withCode(131053));

        assertThat(reply(id).body().at("/delivery/state").asText()).isEqualTo("accepted");

        hasReceived(citizen, 1);
        assertThat(said("SENDING_BLOCKED")).isEqualTo(rung);
    }

    @ParameterizedTest
    @CsvSource({
        "131005, permission, SENDING_BLOCKED",
        "132001, template, TEMPLATE_STOPPED",
        "135000, our-mistake, SENDING_BLOCKED"
    })
    void whatTheAdminMustMendSaysSo(int code, String reason, String alarm) {
        String id = writes(town.meta().citizens().withPhone("Nochmal " + code));
        long rung = said(alarm);
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.REFUSED).withCode(code));

        JsonNode delivery = reply(id).body().path("delivery");

        assertThat(delivery.path("reason").asText()).isEqualTo(reason);
        assertThat(said(alarm)).isEqualTo(rung + 1);
    }

    private static long said(String event) {
        return town.logged(event);
    }

    @Test
    void aFileIsBroughtAgainLikeAMessage() {
        String id = writes(town.meta().citizens().withPhone("Nochmal Datei"));
        MayorFile file = MayorFile.upload(town, id, "image/jpeg", MayorFile.picture("jpeg"));
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MEDIA_UPLOAD, FaultKind.RATE_LIMIT).times(2));

        ApiClient.Answer answer =
                town.api().replyWith(id, Optional.of("key"), file.reply().toString());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(WAITS).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(4));
    }

    private static String writes(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        await.chat(citizen, chat -> chat.size() == 2);
        await.delivered();
        WAITS.clear();
        return id;
    }

    private static ApiClient.Answer reply(String id) {
        return town.api().reply(id, "key", ANSWER);
    }

    private static void hasReceived(Citizen citizen, int answers) {
        await.chat(citizen, _ -> answers(citizen) >= answers);
        assertThat(answers(citizen)).isEqualTo(answers);
    }

    private static long answers(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().equals(ANSWER))
                .count();
    }

    private static long sendings() {
        return town.meta().calls().stream()
                .filter(call -> call.route().endsWith("/messages"))
                .count();
    }
}
