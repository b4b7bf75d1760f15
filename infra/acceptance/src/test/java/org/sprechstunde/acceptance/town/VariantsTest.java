package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sprechstunde.acceptance.town.VariantTable.Flow;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.local.Options;
import org.sprechstunde.platform.Pause;

/**
 * Nobody outside Meta can know which of WhatsApp's reported habits are real, so the town does its work under each of them,
 * and under some that come together.
 */
@Tag("full")
@Order(4)
final class VariantsTest {
    private static final String ANSWER = "Wir kümmern uns.";
    private static final String LATER = "Und am Montag noch einmal.";
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int CITIZENS = 3;
    private static final VariantTable TABLE = new VariantTable();

    /** What nothing is certified under. */
    private static final Set<Variant> UNCONFIRMED =
            EnumSet.of(Variant.DELETE_DENIED, Variant.DELETE_LOST_IN_BETWEEN, Variant.DELETE_PARAMETER_REFUSED);

    private static TestTown town;
    private static Await await;

    @BeforeAll
    static void start() {
        // Waits that somebody would notice are not waited for.
        town = TestTown.start(Options.forTest().withPause(wait -> {
            if (wait.compareTo(SHORT) < 0) {
                Pause.sleep(wait);
            }
        }));
        await = new Await(town);
    }

    @AfterAll
    static void stop() {
        town.close();
        TABLE.print();
    }

    static Stream<List<Variant>> habits() {
        Stream<List<Variant>> each = Arrays.stream(Variant.values()).map(List::of);
        return Stream.of(
                        Stream.of(List.<Variant>of()),
                        each,
                        Stream.of(
                                List.of(Variant.NO_CALLBACK_DATA, Variant.STATUS_FIRST),
                                List.of(Variant.NO_CALLBACK_DATA, Variant.DEAD_WHEN_REUSED),
                                List.of(Variant.NUMBER_REFUSED, Variant.DELETE_FINDS_NOTHING),
                                List.of(Variant.UNAVAILABLE_TWICE, Variant.STATUS_FIRST, Variant.NUMBER_REFUSED)))
                .flatMap(habits -> habits);
    }

    @ParameterizedTest
    @MethodSource("habits")
    void theTownDoesItsWork(List<Variant> habits) {
        for (int number = 1; number <= CITIZENS; number++) {
            town.meta().variants().only(habits.toArray(Variant[]::new));
            Citizen citizen = town.meta().citizens().withPhone("Brauch %s %d".formatted(habits, number));

            String id = TABLE.in(habits, Flow.RECEIVE, () -> receive(citizen));
            TABLE.in(habits, Flow.MEDIA, () -> media(citizen, id));
            TABLE.in(habits, Flow.ANSWER, () -> answer(citizen, id));
            TABLE.in(habits, Flow.STATUSES, () -> statuses(citizen, id));
            TABLE.in(habits, Flow.WORD, () -> word(citizen, id));
            TABLE.in(habits, Flow.RESOLVE, () -> resolve(habits, id));
        }
    }

    private static String receive(Citizen citizen) {
        town.meta().sendText(citizen, "Guten Tag");
        String id = await.enquiry(citizen);
        assertThat(town.api().messages(id)).hasSize(1);
        return id;
    }

    private static String media(Citizen citizen, String id) {
        town.meta().send(citizen, TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[3000]));
        Awaitility.await().pollInterval(300, TimeUnit.MILLISECONDS).until(() -> {
            town.town().advance(Duration.ofMinutes(2));
            town.sweep();
            return town.api().messages(id).getLast().at("/media/state").asText().equals("stored");
        });
        return MediaTest.opened(town.api().messages(id).getLast().path("media")).length == 3000 ? id : "";
    }

    /** However WhatsApp behaves, it arrives, and once. */
    private static String answer(Citizen citizen, String id) {
        JsonNode reply = town.api().reply(id, "key-1", ANSWER).body();

        assertThat(reply.at("/delivery/state").asText()).isNotEqualTo("failed");
        await.chat(citizen, _ -> said(citizen, ANSWER) > 0);
        assertThat(said(citizen, ANSWER)).isEqualTo(1);
        return id;
    }

    private static String statuses(Citizen citizen, String id) {
        becomes(id, ANSWER, "delivered");
        town.meta().read(citizen);
        becomes(id, ANSWER, "read");
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.FAILED).times(3));
        town.api().reply(id, "key-2", LATER);
        becomes(id, LATER, "failed");
        town.meta().faults().clear();
        return id;
    }

    /** What the citizen wants reaches the mayor though the town's own answer does not reach the citizen. */
    private static String word(Citizen citizen, String id) {
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.FAILED).times(3));
        town.meta().sendText(citizen, "AUSKUNFT");
        await.messages(
                id,
                messages -> messages.stream()
                        .anyMatch(message -> message.path("kind").asText().equals("information-wish")));
        town.meta().faults().clear();
        return id;
    }

    private static String resolve(List<Variant> habits, String id) {
        JsonNode receipt = town.api().resolve(id).body();

        assertThat(receipt.path("state").asText()).isEqualTo("erased");
        boolean unconfirmed = habits.stream().anyMatch(UNCONFIRMED::contains);
        assertThat(receipt.at("/whatsapp/contactBook").asText())
                .isIn(unconfirmed ? List.of("failed") : List.of("done", "unknown"));
        assertThat(receipt.at("/whatsapp/media").asText())
                .isIn(unconfirmed ? List.of("failed") : List.of("skipped", "done", "unknown"));
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
        assertThat(town.objectsOf(id)).isEmpty();
        town.meta().variants().only();
        town.town().advance(Duration.ofMinutes(90));
        town.sweep();
        assertThat(town.itemsOf(id)).isEmpty();
        return id;
    }

    private static void becomes(String id, String text, String state) {
        await.messages(
                id,
                messages -> messages.stream()
                        .anyMatch(message -> message.path("text").asText().equals(text)
                                && message.at("/delivery/state").asText().equals(state)));
    }

    private static long said(Citizen citizen, String words) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.content().path("body").asText().equals(words))
                .count();
    }
}
