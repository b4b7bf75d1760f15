package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.costs.CallMeter;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.FileKind;

/** How often each function calls the stores for one thing that somebody does: each call is a wait, and is paid. */
@OwnTown
@InTown
final class CallsTest {
    private static final String WEBHOOK = "WebhookFunction";
    private static final Duration MOMENT = Duration.ofMillis(300);

    private final TestTown town;
    private final Await await;

    CallsTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void aTextTakesTwo() {
        Citizen citizen = known("Zähl Anna");

        long calls = of(WEBHOOK, () -> town.meta().sendText(citizen, "Noch etwas"), many -> many >= 2);

        assertThat(calls).isEqualTo(2);
    }

    @Test
    void aFileTakesTwoAndItsTaskTen() {
        Citizen citizen = known("Zähl Bert");
        var photo = TestTown.file(FileKind.IMAGE, "image/jpeg", new byte[1000]);
        String id = await.enquiry(citizen);
        Awaitility.await().until(() -> town.itemsOf(id).stream().noneMatch(key -> key.startsWith("TASK#")));

        long ofTask = of("TasksFunction", () -> town.meta().send(citizen, photo), many -> many >= 10);
        long calls = of(WEBHOOK, () -> town.meta().send(citizen, photo), many -> many >= 2);

        assertThat(ofTask).isEqualTo(10);
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void anAnswerTakesFiveAndOneMoreWhereTheLoginDoesNotSayWhoWritesIt() {
        String id = await.enquiry(known("Zähl Clara"));
        ApiClient named = town.api().as(town.town().tokenOf("Clara Kollegin"));

        long calls = of("ReplyFunction", () -> named.reply(id, "key-1", "Danke"), many -> many > 0);
        long more = of("ReplyFunction", () -> town.api().reply(id, "key-2", "Danke"), many -> many > 0);

        assertThat(calls).isEqualTo(5);
        assertThat(more).isEqualTo(6);
    }

    @Test
    @Tag("full")
    void resolvingTakesAConstantAndItsMessagesByTwentyFiveAndItsFilesByAThousand() throws Exception {
        long small = resolving("Zähl Dora", 0, 0);
        long texts = resolving("Zähl Emil", 0, 500);
        long files = resolving("Zähl Fritz", 500, 0);

        assertThat(small).isLessThanOrEqualTo(20);
        assertThat(texts - small).isLessThanOrEqualTo(500 / 25 + 1);
        assertThat(files - small).isLessThanOrEqualTo(500 / 25 + 2);
    }

    @Test
    void theSweepAsksForWhatIsDueAndNotForWhatIsOpen() throws Exception {
        known("Zähl Greta");
        town.sweep();
        long few = of("SweepFunction", town::sweep, many -> many > 0);
        new OpenEnquiries(town).fill(500);

        long many = of("SweepFunction", town::sweep, calls -> calls > 0);

        assertThat(many).isEqualTo(few);
    }

    /** The page looks twelve times a minute, and nearly always nothing is new. */
    @Test
    void aLookWithNothingNewTakesOneReadOfAnEnquiryAndTwoOfTheList() throws Exception {
        String id = await.enquiry(known("Zähl Hanna"));
        new LargeEnquiry(town, id).fill(0, 300);

        assertThat(looking("/api/enquiries/" + id)).isEqualTo(1);
        assertThat(looking("/api/enquiries?order=newest")).isEqualTo(2);
    }

    private long looking(String path) {
        String tag =
                town.api().unless(path, "\"none\"").headers().firstValue("etag").orElseThrow();
        return of(
                "InboxFunction",
                () -> assertThat(town.api().unless(path, tag).statusCode()).isEqualTo(304),
                many -> many > 0);
    }

    private long resolving(String name, int files, int texts) throws InterruptedException {
        String id = await.enquiry(known(name));
        new LargeEnquiry(town, id).fill(files, texts);
        return of("ResolveFunction", () -> town.api().resolve(id), many -> many > 0);
    }

    /** A citizen whom the town has greeted, and to whom nothing is about to be said. */
    private Citizen known(String name) {
        Citizen citizen = town.meta().citizens().withPhone(name);
        town.meta().sendText(citizen, "Guten Tag");
        await.enquiry(citizen);
        new Chat(town, citizen).greeted(1);
        await.delivered();
        return citizen;
    }

    /** The calls of {@code function} until there are {@code enough}, and what comes right after. */
    private long of(String function, Runnable work, LongPredicate enough) {
        try (CallMeter.Count count = CallMeter.start(town.town()::answersAt)) {
            work.run();
            Awaitility.await().during(MOMENT).until(() -> enough.test(count.ofStores(function)));
            return count.ofStores(function);
        }
    }
}
