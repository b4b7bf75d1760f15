package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the list tells the mayor of an enquiry besides its messages, and in which order. */
@OwnTown
@InTown
final class DeskTest {
    private static final int LOOKS_A_MINUTE = 12;

    private final TestTown town;
    private final Await await;

    DeskTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void noFaults() {
        town.meta().faults().clear();
    }

    @Test
    void anAnswerThatWhatsAppRefusesIsMarkedUntilAnotherIsWritten() {
        String id = writes("Refused At Once");
        await.nothingIsAboutToBeSaid();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.TOKEN_EXPIRED));

        town.api().reply(id, "key-1", "Antwort");

        assertThat(summary(id).has("undeliveredAt")).isTrue();
        town.meta().faults().clear();
        town.api().reply(id, "key-2", "Antwort");
        assertThat(summary(id).has("undeliveredAt")).isFalse();
    }

    @Test
    void anAnswerThatFailsLaterIsMarkedAndComesBackThoughItWasPostponed() {
        String id = writes("Refused Later");
        await.nothingIsAboutToBeSaid();
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.WINDOW_CLOSED));
        postpone(id, Duration.ofHours(20));
        town.api().reply(id, "key-1", "Antwort");

        Awaitility.await().until(() -> summary(id).has("undeliveredAt"));

        assertThat(summary(id).has("unread")).isTrue();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(summary(id).has("postponedUntil")).isFalse());
    }

    @Test
    void theMayorSeesWhatTheTownHasSaidByItself() {
        String id = writes("Is Greeted");

        Awaitility.await()
                .untilAsserted(() -> assertThat(town.api().open(id).body().path("told"))
                        .anySatisfy(
                                told -> assertThat(told.path("text").asText()).isEqualTo("greeting")));
    }

    @Test
    void whatNobodyHasOpenedIsUnreadUntilTheMayorHasReadIt() {
        Citizen citizen = town.meta().citizens().withPhone("Is Read");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        assertThat(summary(id).path("unread").asBoolean()).isTrue();

        read(id);

        assertThat(summary(id).has("unread")).isFalse();
        town.meta().sendText(citizen, "Noch etwas");
        await.enquiry(citizen, 2);
        assertThat(summary(id).path("unread").asBoolean()).isTrue();
    }

    /** What the page says it has seen beyond what there is would hide what comes. */
    @Test
    void nobodyReadsAhead() {
        Citizen citizen = town.meta().citizens().withPhone("Reads Ahead");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        town.api().signWith(id, "{\"sign\":\"read\",\"revision\":9007199254740991}");
        town.meta().sendText(citizen, "Noch etwas");
        await.enquiry(citizen, 2);

        assertThat(summary(id).path("unread").asBoolean()).isTrue();
    }

    @Test
    void whatIsPostponedComesBackWhenTheCitizenWritesOrTheMayorWants() {
        Citizen citizen = town.meta().citizens().withPhone("Is Postponed");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);

        assertThat(postpone(id, Duration.ofDays(3)).status()).isEqualTo(204);
        assertThat(summary(id).has("postponedUntil")).isTrue();
        assertThat(town.api().postponeWith(id, "{}").status()).isEqualTo(204);
        assertThat(summary(id).has("postponedUntil")).isFalse();

        postpone(id, Duration.ofDays(3));
        town.meta().sendText(citizen, "Eilt doch");
        await.enquiry(citizen, 2);
        assertThat(summary(id).has("postponedUntil")).isFalse();
    }

    @Test
    void nothingIsPostponedUnseenOrBeyondItsDeletionOrIntoThePast() {
        Citizen citizen = town.meta().citizens().withPhone("Is Not Postponed");
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        long seen = town.api().revision(id);
        Instant end = Instant.parse(summary(id).path("expiresAt").asText());

        assertThat(town.api().postponeWith(id, body(end, seen)).problem()).isEqualTo("no-such-day");
        assertThat(postpone(id, Duration.ofSeconds(-1)).problem()).isEqualTo("no-such-day");
        assertThat(town.api().postponeWith(id, "{\"until\":\"" + end + "\"}").problem())
                .isEqualTo("bad-request");
        town.meta().sendText(citizen, "Noch etwas");
        await.enquiry(citizen, 2);
        Instant tomorrow = town.town().clock().instant().plus(1, ChronoUnit.DAYS);
        assertThat(town.api().postponeWith(id, body(tomorrow, seen)).problem()).isEqualTo("changed");
        assertThat(summary(id).has("postponedUntil")).isFalse();
    }

    @Test
    void whoMayBeInDangerComesFirstThenWhoseWindowClosesThenWhoWaitsThenTheRest() {
        Instant now = town.town().clock().instant();
        String answered = writes("Order Answered", "Guten Tag", now.minusSeconds(7200));
        String tooLate = writes("Order Too Late", "Guten Tag", now.minus(Duration.ofHours(30)));
        String fresh = writes("Order Fresh", "Guten Tag", now.minusSeconds(60));
        String closing = writes("Order Closing", "Guten Tag", now.minus(Duration.ofHours(22)));
        String urgent = writes("Order Urgent", "Es brennt!", now.minusSeconds(5));
        town.api().reply(answered, "key", "Antwort");

        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(order("urgent")).containsSubsequence(urgent, closing, fresh, tooLate, answered));
        assertThat(order("waiting")).containsSubsequence(tooLate, closing, fresh, urgent, answered);
        assertThat(order("urgent")).doesNotHaveDuplicates().hasSameElementsAs(order("newest"));
    }

    /** The last release wrote no groups. */
    @Test
    void theSweepPutsInOrderWhatAnEarlierReleaseWrote() {
        String old = writes("Written Before", "Es brennt!", town.town().clock().instant());
        Map<String, AttributeValue> item = new HashMap<>(town.items().stream()
                .filter(each -> TestTown.text(each, "pk").startsWith("CITIZEN#")
                        && TestTown.text(each, "enquiry").equals(old))
                .findFirst()
                .orElseThrow());
        item.remove("triage");
        town.put(item);
        Awaitility.await().until(() -> !order("waiting").contains(old));

        town.sweepForLeftovers();

        Awaitility.await().untilAsserted(() -> assertThat(order("waiting")).contains(old));
        assertThat(order("urgent")).contains(old);
    }

    /** Once a list of 500 was sent anew every five seconds: 2.6 MB a minute. */
    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Citizen citizen = town.meta().citizens().withPhone("Is Asked Again");
        town.meta().send(citizen, CitizenMessage.text("Guten Tag"));
        String id = await.enquiry(citizen);
        await.nothingIsAboutToBeSaid();

        for (String path : List.of("/api/enquiries?order=newest", "/api/enquiries/" + id)) {
            Awaitility.await().untilAsserted(() -> {
                String tag = tag(town.api().unless(path, "\"none\""));
                HttpResponse<byte[]> again = town.api().unless(path, tag);
                assertThat(again.statusCode()).isEqualTo(304);
                assertThat(again.body()).isEmpty();
                assertThat(LOOKS_A_MINUTE * bytesOfHeaders(again)).isLessThan(5_000);
            });
            String before = tag(town.api().unless(path, "\"none\""));
            town.meta().sendText(citizen, "Noch etwas");
            Awaitility.await().until(() -> town.api().unless(path, before).statusCode() == 200);
        }
    }

    private static int bytesOfHeaders(HttpResponse<?> response) {
        return response.headers().map().entrySet().stream()
                .mapToInt(header -> header.getKey().length()
                        + String.join(",", header.getValue()).length()
                        + ": \r\n".length())
                .sum();
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("etag").orElseThrow();
    }

    private String writes(String name) {
        return writes(name, "Guten Tag", town.town().clock().instant());
    }

    private String writes(String name, String text, Instant at) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().send(citizen, CitizenMessage.text(text).at(at));
        return await.enquiry(citizen);
    }

    private void read(String id) {
        town.api().signWith(id, "{\"sign\":\"read\",\"revision\":" + town.api().revision(id) + "}");
    }

    private ApiClient.Answer postpone(String id, Duration time) {
        return town.api()
                .postponeWith(
                        id,
                        body(
                                town.town().clock().instant().plus(time),
                                town.api().revision(id)));
    }

    private static String body(Instant until, long revision) {
        return "{\"until\":\"" + until + "\",\"revision\":" + revision + "}";
    }

    private JsonNode summary(String id) {
        return town.api().open(id).body();
    }

    private List<String> order(String order) {
        List<String> ids = new ArrayList<>();
        String query = "?order=" + order;
        while (true) {
            JsonNode page = town.api().list(query).body();
            page.path("enquiries").forEach(each -> ids.add(each.path("id").asText()));
            if (!page.path("next").isTextual()) {
                return ids;
            }
            query = "?order=" + order + "&next=" + page.path("next").asText();
        }
    }
}
