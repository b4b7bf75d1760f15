package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.MessageDraft;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is written in a group is declined there, once a day, and leaves nothing but the trace of that. */
@OwnTown
@InTown
final class GroupTest {
    private static final String DECLINED = "Hier ist die digitale Sprechstunde von Heringen (Werra).";

    private final TestTown town;
    private final Await await;

    GroupTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @AfterEach
    void mend() {
        town.meta().faults().clear();
    }

    @Test
    void aGroupIsToldOnceADay() {
        Citizen anna = town.meta().citizens().withPhone("Gruppe Anna");
        Citizen bernd = town.meta().citizens().withoutPhone("Gruppe Bernd");

        town.meta().send(anna, inGroup("group-one"), inGroup("group-one"));
        send(bernd, inGroup("group-one"));
        assertThat(declined("group-one")).hasSize(1).allMatch(text -> text.contains(DECLINED));

        town.town().advance(Duration.ofHours(23));
        send(bernd, inGroup("group-one"));
        assertThat(declined("group-one")).hasSize(1);

        town.town().advance(Duration.ofHours(2));
        send(bernd, inGroup("group-one"));
        assertThat(declined("group-one")).hasSize(2);
    }

    @Test
    void eachGroupIsToldForItself() {
        Citizen citizen = town.meta().citizens().withPhone("Gruppe Clara");

        send(citizen, inGroup("group-two"), inGroup("group-three"));

        assertThat(declined("group-two")).hasSize(1);
        assertThat(declined("group-three")).hasSize(1);
    }

    @Test
    void nothingIsStoredButAKeyedHashForADay() {
        Citizen citizen = town.meta().citizens().withPhone("Gruppe Dora");
        List<Map<String, AttributeValue>> before = town.items();
        Instant now = town.town().clock().instant();

        send(citizen, inGroup("group-canary"));

        List<Map<String, AttributeValue>> added = new ArrayList<>(town.items());
        added.removeAll(before);
        assertThat(added)
                .extracting(Map::keySet)
                .containsExactlyInAnyOrder(
                        Set.of("pk", "sk", "expiresAt"), Set.of("pk", "sk", "expiresAt", "AUTO_REPLY"));
        assertThat(added).allSatisfy(item -> {
            assertThat(TestTown.text(item, "pk")).startsWith("SEEN#").doesNotContain("canary");
            String expires =
                    item.getOrDefault("expiresAt", AttributeValue.fromN("0")).n();
            assertThat(Instant.ofEpochSecond(Long.parseLong(expires))).isBetween(now, now.plus(Duration.ofHours(25)));
        });
        assertThat(town.api().of(citizen.name())).isEmpty();
        assertThat(town.town().log()).noneMatch(line -> line.text().contains("group-canary"));
    }

    @Test
    void whatWhatsAppDoesNotTakeIsLetGoAndTheDeliveryIsTaken() {
        Citizen citizen = town.meta().citizens().withPhone("Gruppe Emil");
        town.meta().faults().add(Fault.forever(FaultPoint.MESSAGES, FaultKind.STATUS_5XX));

        send(citizen, inGroup("group-four"), CitizenMessage.text("Und ein eigenes Wort"));

        assertThat(town.api().messages(await.enquiry(citizen))).hasSize(1);
        assertThat(declined("group-four")).isEmpty();
        assertThat(town.meta().deliveries().stream()
                        .filter(delivery -> delivery.kind() == FaultPoint.WEBHOOK)
                        .toList())
                .last()
                .satisfies(delivery -> assertThat(delivery.attempts()).isEqualTo(1));
    }

    private void send(Citizen citizen, CitizenMessage... letters) {
        town.meta().send(citizen, letters);
        await.delivered();
    }

    private static CitizenMessage inGroup(String group) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("type", "text").put("group_id", group);
        message.putObject("text").put("body", "Hallo alle zusammen!");
        return CitizenMessage.of(new MessageDraft.Raw(message));
    }

    private List<String> declined(String group) {
        return town.meta().citizens().all().stream()
                .flatMap(citizen -> town.meta().conversation(citizen).stream())
                .filter(chatMessage -> !chatMessage.fromCitizen())
                .filter(chatMessage -> chatMessage.group().filter(group::equals).isPresent())
                .map((ChatMessage chatMessage) ->
                        chatMessage.content().path("body").asText())
                .toList();
    }
}
