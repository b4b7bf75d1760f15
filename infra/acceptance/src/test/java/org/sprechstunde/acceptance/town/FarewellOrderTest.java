package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.faults.Fault;
import org.sprechstunde.emulator.faults.FaultKind;
import org.sprechstunde.emulator.faults.FaultPoint;
import org.sprechstunde.local.Options;
import org.sprechstunde.platform.Pause;

/** Nobody is told "deleted" while something is still on its way to them: WhatsApp takes its time with what came before. */
final class FarewellOrderTest {
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);
    private static final String ANSWER = "Wir kümmern uns.";

    private static TestTown town;

    @BeforeAll
    static void start() {
        // No lease is waited for to its end.
        town = TestTown.start(Options.forTest()
                .withPause(wait -> Pause.sleep(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT)));
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void aGreetingUnderWayComesBeforeTheFarewell() {
        Citizen citizen = town.meta().citizens().withPhone("Reihe Greta");
        slowly();
        town.meta().sendText(citizen, "Guten Tag");
        String id = new Await(town).enquiry(citizen);
        await().until(() -> isSending(id));

        assertThat(town.api().resolve(id).status()).isEqualTo(200);

        Chat chat = new Chat(town, citizen);
        assertThat(chat.said()).hasSize(2).last().asString().contains("gelöscht");
        assertThat(chat.answers()).as("but for the greeting").hasSize(1);
    }

    @Test
    void anAnswerUnderWayComesBeforeTheFarewellAndLeavesNothingToWaitForOnceItIsSent() {
        Citizen citizen = town.meta().citizens().withPhone("Reihe Anton");
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = new Await(town).enquiry(citizen);
        chat.greeted(1);
        await().until(() -> !isSending(id));
        slowly();
        CompletableFuture<ApiClient.Answer> answer =
                CompletableFuture.supplyAsync(() -> town.api().reply(id, "key-1", ANSWER));
        await().until(() -> isSending(id));

        assertThat(town.api().resolve(id).status()).isEqualTo(200);

        assertThat(answer.join().status()).isEqualTo(201);
        assertThat(chat.answers()).hasSize(2).first().isEqualTo(ANSWER);
        assertThat(chat.said()).last().asString().contains("gelöscht");
    }

    private static void slowly() {
        town.meta()
                .faults()
                .add(Fault.once(FaultPoint.MESSAGES, FaultKind.DELAY).lasting(UNDER_WAY));
    }

    private static boolean isSending(String enquiry) {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "enquiry").equals(enquiry))
                .anyMatch(item -> item.containsKey("sending"));
    }
}
