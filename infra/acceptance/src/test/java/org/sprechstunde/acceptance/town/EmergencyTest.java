package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;

/** Who speaks of danger reads at once whom to call, once a day, and the mayor sees that it may not wait. */
@InTown
@MovesTheClock
final class EmergencyTest {
    private static final String HELPLINES = "0800 1110111";

    private final TestTown town;
    private final Await await;

    EmergencyTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void whoBeginsWithItIsToldTheNumbersAndTheHelplinesFirst() {
        Citizen citizen = writes("Not Nele", "Ich bringe mich heute Nacht um");

        assertThat(told(citizen))
                .singleElement()
                .asString()
                .startsWith("Im Notfall: 110 oder 112.")
                .contains("116016");
        assertThat(listed(citizen).path("urgent").asBoolean()).isTrue();
    }

    @Test
    void inAnOpenEnquiryItIsToldTooAndTheMarkStays() {
        Citizen citizen = writes("Not Nora", "Guten Tag, wann ist das Bürgerbüro offen?");
        assertThat(told(citizen)).isEmpty();
        assertThat(listed(citizen).has("urgent")).isFalse();

        for (String text : List.of("mein Mann schlägt mich", "Es brennt", "112", "War nur Spaß.")) {
            town.meta().sendText(citizen, text);
            settled(citizen);
        }

        assertThat(told(citizen)).hasSize(1);
        assertThat(listed(citizen).path("urgent").asBoolean()).isTrue();
    }

    @Test
    void onceADayAndThenAgain() {
        Citizen citizen = writes("Not Nina", "Es brennt!");
        town.town().advance(Duration.ofHours(25));
        town.meta().sendText(citizen, "Es brennt wieder!");
        Awaitility.await().until(() -> told(citizen).size() == 2);
    }

    /** Erasing and writing anew makes no new day. */
    @Test
    void onceADayWhateverIsErased() {
        Citizen citizen = writes("Not Nadja", "Es brennt!");
        Chat chat = new Chat(town, citizen);
        chat.tap(chat.askToErase());
        Awaitility.await().until(() -> town.api().of(citizen.name()).isEmpty());

        town.meta().sendText(citizen, "Es brennt noch immer!");
        settled(citizen);

        assertThat(told(citizen)).hasSize(1);
        assertThat(town.api()
                        .open(listed(citizen).path("id").asText())
                        .body()
                        .path("told")
                        .findValuesAsText("text"))
                .as("the mayor does not read that it was said again")
                .doesNotContain("emergency");
    }

    @Test
    void whoSpeaksEnglishReadsItInEnglish() {
        Citizen citizen = writes("Not Nick", "My house is on fire");

        assertThat(told(citizen)).singleElement().asString().contains("Is somebody in danger right now?");
    }

    @Test
    void theMarkIsSealedAndToldToWhoAsks() {
        Citizen citizen = writes("Not Nura", "Es brennt!");
        String id = listed(citizen).path("id").asText();

        assertThat(town.items())
                .filteredOn(item -> TestTown.text(item, "enquiry").equals(id))
                .allSatisfy(item -> assertThat(item.keySet()).doesNotContain("urgent"));
        assertThat(new Chat(town, citizen).write("AUSKUNFT")).last().asString().contains("dass es eilig sein kann");
    }

    @Test
    void anEditThatSpeaksOfItCountsToo() {
        Citizen citizen = town.meta().citizens().withPhone("Not Nils");
        town.meta().deliver(Webhooks.text(citizen, "wamid.not.nils", "Guten Tag"));
        await.delivered();

        town.meta()
                .deliver(Webhooks.edit(
                        citizen,
                        "wamid.not.nils",
                        "Es brennt!",
                        town.town().clock().instant().getEpochSecond()));
        await.delivered();

        Awaitility.await().until(() -> told(citizen).size() == 1);
        assertThat(listed(citizen).path("urgent").asBoolean()).isTrue();
    }

    @Test
    void everythingElseTheTownSaysBeginsWithTheNumbersToo() {
        Citizen citizen = writes("Not Norbert", "Guten Tag");
        Chat chat = new Chat(town, citizen);
        for (String word : Set.of("HILFE", "AUSKUNFT")) {
            chat.write(word);
        }
        town.api().resolve(listed(citizen).path("id").asText());

        assertThat(chat.answers()).isNotEmpty().allMatch(text -> text.startsWith("Im Notfall: 110 oder 112."));
    }

    private Citizen writes(String name, String text) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, text);
        settled(citizen);
        return citizen;
    }

    private void settled(Citizen citizen) {
        await.delivered();
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));
    }

    private JsonNode listed(Citizen citizen) {
        return town.api().of(citizen.name()).orElseThrow();
    }

    private List<String> told(Citizen citizen) {
        return new Chat(town, citizen)
                .answers().stream().filter(text -> text.contains(HELPLINES)).toList();
    }
}
