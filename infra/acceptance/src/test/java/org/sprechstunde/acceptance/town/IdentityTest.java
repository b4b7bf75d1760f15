package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.emulator.chat.Citizen;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One citizen is one, by whichever ids WhatsApp tells of them; and two are two, whatever they share. */
@InTown
@MovesTheClock
final class IdentityTest {
    private final TestTown town;
    private final Await await;

    IdentityTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    /** By what one citizen is told, message by message. */
    interface Sequence {
        List<WrittenAs> of(Citizen citizen);
    }

    static Stream<Arguments> onePerson() {
        return Stream.of(
                named("phone, then both", anna -> List.of(WrittenAs.phone(anna), WrittenAs.both(anna))),
                named("both, then phone", anna -> List.of(WrittenAs.both(anna), WrittenAs.phone(anna))),
                named(
                        "user id, then both, then phone",
                        anna -> List.of(WrittenAs.userId(anna), WrittenAs.both(anna), WrittenAs.phone(anna))),
                named(
                        "another user id with the same number",
                        anna -> List.of(WrittenAs.both(anna), WrittenAs.both(anna.bsuid() + "3", anna))),
                named(
                        "parent id, then its own",
                        anna -> List.of(
                                WrittenAs.parent("DE.ENT." + number(anna)),
                                WrittenAs.userId(anna).under("DE.ENT." + number(anna)))),
                named(
                        "one number in two spellings",
                        anna -> List.of(
                                WrittenAs.phone(anna).from("52" + mexican(anna)),
                                WrittenAs.phone(anna).from("521" + mexican(anna)))));
    }

    private static Arguments named(String name, Sequence sequence) {
        return Arguments.of(name, sequence);
    }

    private static String number(Citizen citizen) {
        return citizen.phone().orElseThrow();
    }

    private static String mexican(Citizen citizen) {
        String number = number(citizen) + "0000000000";
        return number.substring(number.length() - 20, number.length() - 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onePerson")
    void whateverIsToldItIsOneEnquiry(String name, Sequence sequence) {
        Citizen anna = town.meta().citizens().withPhone("Eine " + name);
        List<String> words = new ArrayList<>();
        for (WrittenAs as : sequence.of(anna)) {
            words.add("Nachricht " + words.size());
            deliver(as.text(anna.name(), words.getLast()));
        }

        String id = await.enquiry(anna, words.size());

        assertThat(idsOf(anna)).containsExactly(id);
        assertThat(texts(id)).containsExactlyElementsOf(words);
        assertThat(town.api().resolve(id).status()).isEqualTo(200);
        assertNothingLeadsTo(id);
    }

    @ParameterizedTest(name = "{0}")
    @Tag("full")
    @MethodSource("onePerson")
    void whatComesTogetherIsOneEnquiryToo(String name, Sequence sequence) {
        Citizen anna = town.meta().citizens().withPhone("Zugleich " + name);
        List<ObjectNode> all = new ArrayList<>();
        for (WrittenAs as : sequence.of(anna)) {
            all.add(as.text(anna.name(), "Nachricht " + all.size()));
        }

        deliver(Webhooks.together(all.getFirst(), all.subList(1, all.size()).toArray(ObjectNode[]::new)));

        String id = await.enquiry(anna, all.size());
        assertThat(idsOf(anna)).containsExactly(id);
        assertThat(texts(id)).hasSize(all.size()).isSorted();
        assertThat(town.api().resolve(id).status()).isEqualTo(200);
    }

    /** Two functions may hear of one person by different ids at the same moment. */
    @Test
    @Tag("full")
    void whatComesAtTheSameMomentIsReachedByErasure() {
        for (int round = 0; round < 5; round++) {
            Citizen anna = town.meta().citizens().withPhone("Moment " + round);
            town.meta().deliver(WrittenAs.phone(anna).text(anna.name(), "mit Nummer"));
            town.meta().deliver(WrittenAs.both(anna).text(anna.name(), "mit beidem"));
            town.meta().deliver(WrittenAs.userId(anna).text(anna.name(), "mit Kennung"));
            await.delivered();

            Chat chat = new Chat(town, anna);
            assertThat(chat.write("AUSKUNFT")).singleElement().asString().contains("3 Nachrichten von Ihnen");
            assertThat(chat.tap(chat.askToErase())).singleElement().asString().contains("gelöscht");

            assertThat(idsOf(anna)).isEmpty();
        }
    }

    @Test
    void twoEnquiriesThatTurnOutToBeOnePersonsGoTogether() {
        Citizen anna = town.meta().citizens().withPhone("Verbunden Anna");
        Citizen bert = town.meta().citizens().withPhone("Verbunden Bert");
        deliver(WrittenAs.both(bert).text(bert.name(), "von Bert"));
        deliver(WrittenAs.userId(anna).text(anna.name(), "mit Kennung"));
        String byUserId = await.enquiry(anna);
        deliver(WrittenAs.phone(anna).text(anna.name(), "mit Nummer"));
        String byPhone = await.enquiry(anna, 1, id -> !id.equals(byUserId));

        deliver(WrittenAs.both(anna).text(anna.name(), "mit beidem"));

        assertThat(texts(byUserId)).containsExactly("mit Kennung", "mit beidem");
        assertThat(texts(byPhone)).containsExactly("mit Nummer");
        assertThat(linkedTo(byUserId)).containsExactly(byPhone);
        assertThat(linkedTo(byPhone)).containsExactly(byUserId);
        Chat chat = new Chat(town, anna);
        assertThat(chat.write("AUSKUNFT")).singleElement().asString().contains("3 Nachrichten von Ihnen");
        assertThat(chat.tap(chat.askToErase())).singleElement().asString().contains("gelöscht");
        assertThat(idsOf(anna)).isEmpty();
        assertNothingLeadsTo(byUserId);
        assertNothingLeadsTo(byPhone);
        assertThat(texts(idsOf(bert).getFirst())).containsExactly("von Bert");
    }

    @Test
    void whoIsToldThatAllIsDeletedHasNoOtherEnquiryLeft() {
        Citizen anna = town.meta().citizens().withPhone("Abschied Anna");
        String newer = linkedPair(anna);
        String older = linkedTo(newer).getFirst();
        Chat chat = new Chat(town, anna);
        int said = chat.answers().size();

        ApiClient.Answer tooEarly = town.api().resolve(newer);
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.body().path("type").asText()).isEqualTo("urn:sprechstunde:problem:linked");
        assertThat(town.api().resolve(older).body().at("/whatsapp/farewell").asText())
                .isEqualTo("skipped");
        assertThat(chat.answers()).hasSize(said);

        assertThat(town.api().resolve(newer).body().at("/whatsapp/farewell").asText())
                .isEqualTo("done");
        assertThat(chat.answers()).hasSize(said + 1);
        assertNothingLeadsTo(older);
        assertNothingLeadsTo(newer);
    }

    /** Its own time is not over: it is found again by all ids when the one that led to it has expired. */
    @Test
    void anEnquiryOutlivesTheOneThatLedToIt() {
        Citizen anna = town.meta().citizens().withPhone("Erbe Anna");
        String newer = linkedPair(anna);
        String older = linkedTo(newer).getFirst();
        town.town().advance(Duration.ofDays(20));
        prolong(older, Duration.ofDays(20));
        town.town().advance(Duration.ofDays(11));
        town.sweep();
        assertThat(town.api().open(newer).status()).isEqualTo(404);

        deliver(WrittenAs.phone(anna).text(anna.name(), "bin noch da"));
        deliver(WrittenAs.userId(anna).text(anna.name(), "immer noch"));

        assertThat(idsOf(anna)).containsExactly(older);
        assertThat(texts(older)).containsExactly("mit Nummer", "bin noch da", "immer noch");
        assertThat(town.api().resolve(older).status()).isEqualTo(200);
        assertNothingLeadsTo(older);
    }

    /** Else DynamoDB's TTL would take an alias away from under an enquiry that stands. */
    @Test
    void whatLeadsToAnEnquiryStandsAsLongAsItMay() {
        Citizen anna = town.meta().citizens().withPhone("Dauer Anna");
        deliver(WrittenAs.both(anna).text(anna.name(), "vor Monaten"));
        String first = await.enquiry(anna);
        assertThat(aliasesStandAsLongAs(first)).isTrue();
        Instant openedThen = Instant.now(town.town().clock()).minus(Duration.ofDays(89));
        town.change(first, Map.of("openedAt", openedThen.toEpochMilli()));

        deliver(WrittenAs.userId(anna).text(anna.name(), "heute"));

        String second = await.enquiry(anna, 1, id -> !id.equals(first));
        assertThat(aliasesStandAsLongAs(second)).isTrue();
        deliver(WrittenAs.phone(anna).text(anna.name(), "mit Nummer"));
        assertThat(texts(second)).containsExactly("heute", "mit Nummer");
        new Chat(town, anna).tap(new Chat(town, anna).askToErase());
    }

    private boolean aliasesStandAsLongAs(String enquiry) {
        Map<String, AttributeValue> pointer = town.items().stream()
                .filter(item -> TestTown.text(item, "pk").equals("ENQUIRY#" + enquiry)
                        && TestTown.text(item, "sk").equals("CITIZEN"))
                .findFirst()
                .orElseThrow();
        List<Map<String, AttributeValue>> aliases = town.items().stream()
                .filter(item -> TestTown.text(item, "alias").equals(TestTown.text(pointer, "citizen")))
                .toList();
        return !aliases.isEmpty()
                && aliases.stream().allMatch(alias -> expires(alias).equals(expires(pointer)));
    }

    private static String expires(Map<String, AttributeValue> item) {
        return Objects.requireNonNull(item.get("expiresAt")).n();
    }

    /** Clara now has the number that Dora has given up: what Dora wrote stays Dora's. */
    @Test
    void aNumberThatHasBecomeAnothersLeadsToThatOther() {
        Citizen clara = town.meta().citizens().withPhone("Nummer Clara");
        Citizen dora = town.meta().citizens().withPhone("Nummer Dora");
        deliver(WrittenAs.both(clara).text(clara.name(), "von Clara"));
        deliver(WrittenAs.both(dora).text(dora.name(), "von Dora"));
        String claras = await.enquiry(clara);
        String doras = await.enquiry(dora);

        deliver(WrittenAs.userId(clara).from(number(dora)).text(clara.name(), "neue Nummer"));
        deliver(WrittenAs.phone(dora).text(clara.name(), "nur mit der Nummer"));
        deliver(WrittenAs.phone(clara).text("Nummer Fremd", "wer hat sie jetzt?"));

        assertThat(texts(claras)).containsExactly("von Clara", "neue Nummer", "nur mit der Nummer");
        assertThat(texts(doras)).containsExactly("von Dora");
        assertThat(linkedTo(claras)).isEmpty();
        assertThat(linkedTo(doras)).isEmpty();
        assertThat(town.api().open(doras).body().at("/citizen/phone").isMissingNode())
                .isTrue();
        town.api().reply(doras, "to-dora", "an Dora");
        assertThat(new Chat(town, dora).answers()).contains("an Dora");
        assertThat(new Chat(town, clara).answers()).doesNotContain("an Dora");
        assertThat(texts(town.api().of("Nummer Fremd").orElseThrow().path("id").asText()))
                .containsExactly("wer hat sie jetzt?");
    }

    @Test
    void aChangeThatIsToldAgainUndoesNoLaterOne() {
        Citizen emil = town.meta().citizens().withPhone("Hin und Her");
        Citizen other = new Citizen(emil.bsuid() + "2", emil.name(), emil.phone(), emil.username());
        town.meta().sendText(emil, "Guten Tag");
        String id = await.enquiry(emil);
        ObjectNode there = changed(emil, other);
        deliver(there);
        deliver(changed(other, emil));

        deliver(there);

        deliver(WrittenAs.userId(emil).text(emil.name(), "wieder da"));
        assertThat(texts(id)).containsExactly("Guten Tag", "wieder da");
        assertThat(idsOf(emil)).containsExactly(id);
    }

    /** Two enquiries of one person, linked by a third message; returns the one that takes what they write. */
    private String linkedPair(Citizen citizen) {
        deliver(WrittenAs.userId(citizen).text(citizen.name(), "mit Kennung"));
        String first = await.enquiry(citizen);
        deliver(WrittenAs.phone(citizen).text(citizen.name(), "mit Nummer"));
        await.enquiry(citizen, 1, id -> !id.equals(first));
        deliver(WrittenAs.both(citizen).text(citizen.name(), "mit beidem"));
        return first;
    }

    private static ObjectNode changed(Citizen former, Citizen now) {
        return Webhooks.system(Webhooks.object()
                .put("type", "user_changed_user_id")
                .put("user_id", now.bsuid())
                .put("previous_user_id", former.bsuid()));
    }

    /** As an answer of the mayor's does. */
    private void prolong(String enquiry, Duration by) {
        Instant ends = Instant.now(town.town().clock()).plus(by);
        town.change(enquiry, Map.of("endsAt", ends.getEpochSecond()));
    }

    private void deliver(ObjectNode webhook) {
        town.meta().deliver(webhook);
        await.delivered();
    }

    private void assertNothingLeadsTo(String enquiry) {
        await().untilAsserted(() -> assertThat(town.itemsOf(enquiry)).allMatch(key -> key.startsWith("TASK#forget#")));
        assertThat(town.items())
                .filteredOn(item -> TestTown.text(item, "pk").startsWith("CITIZEN#"))
                .noneMatch(item -> TestTown.text(item, "enquiry").equals(enquiry))
                .allMatch(item -> !item.containsKey("alias") || leadsSomewhere(TestTown.text(item, "alias")));
    }

    private boolean leadsSomewhere(String place) {
        return town.items().stream().anyMatch(item -> TestTown.text(item, "pk").equals("CITIZEN#" + place));
    }

    private List<String> linkedTo(String enquiry) {
        return town.api()
                .open(enquiry)
                .body()
                .path("linked")
                .valueStream()
                .map(other -> other.path("id").asText())
                .toList();
    }

    private List<String> idsOf(Citizen citizen) {
        return town.api().allOf(citizen.name()).stream()
                .map(enquiry -> enquiry.path("id").asText())
                .toList();
    }

    private List<String> texts(String enquiry) {
        return town.api().messages(enquiry).stream()
                .filter(message -> message.path("direction").asText().equals("in"))
                .map(message -> message.path("text").asText())
                .toList();
    }
}
