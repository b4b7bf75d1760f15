package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.FileKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Thanks after the farewell begin nothing anew; whatever says more does. */
@MovesTheClock
@InTown
final class ThanksTest {
    private final TestTown town;
    private final Await await;

    ThanksTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void thanksAfterTheFarewellAreAnsweredOnceAndOnlyMarksAreStored() {
        Citizen citizen = town.meta().citizens().withPhone("Dank Dora");
        Chat chat = farewellTo(citizen);
        List<Map<String, AttributeValue>> before = town.items();

        assertThat(chat.write("Danke!"))
                .singleElement()
                .asString()
                .contains("Gern geschehen")
                .contains("nicht gespeichert");
        assertThat(chat.write("👍")).isEmpty();
        town.meta().send(citizen, TestTown.file(FileKind.STICKER, "image/webp", new byte[100]));
        await.delivered();

        assertThat(town.api().of(citizen.name())).isEmpty();
        List<Map<String, AttributeValue>> added = new ArrayList<>(town.items());
        added.removeAll(before);
        assertThat(added).allSatisfy(item -> {
            assertThat(TestTown.text(item, "pk")).startsWith("SEEN#");
            assertThat(Set.of("pk", "sk", "expiresAt", "AUTO_REPLY", "FILE", "answered"))
                    .containsAll(item.keySet());
        });
        assertThat(town.meta().calls())
                .last()
                .satisfies(call -> assertThat(call.method() + call.route()).startsWith("DELETE"));
    }

    @Test
    void aRedeliveryOfThanksIsNotAnsweredAgainAndBringsNothingBack() {
        Citizen citizen = town.meta().citizens().withPhone("Dank Doppelt");
        Chat chat = farewellTo(citizen);
        chat.write("Vielen Dank");
        int said = chat.answers().size();

        town.meta().redeliver(5);
        await.delivered();

        assertThat(chat.answers()).hasSize(said);
        assertThat(town.api().of(citizen.name())).isEmpty();
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(strings = {"Danke, aber die Laterne ist noch kaputt", "🆘", "Danke?", "Guten Tag", "?"})
    void whatSaysMoreOpensAnEnquiry(String text) {
        Citizen citizen = town.meta().citizens().withPhone("Dank Mehr " + text.hashCode());
        farewellTo(citizen);

        town.meta().sendText(citizen, text);

        assertThat(town.api().messages(await.enquiry(citizen)))
                .singleElement()
                .satisfies(message -> assertThat(message.path("text").asText()).isEqualTo(text));
    }

    @Test
    void thanksInAnOpenEnquiryWithoutAFarewellOrADayLaterAreMessages() {
        Citizen never = town.meta().citizens().withPhone("Dank Nie");
        town.meta().sendText(never, "Danke!");
        await.enquiry(never);

        Citizen later = town.meta().citizens().withPhone("Dank Später");
        farewellTo(later);
        town.town().advance(Duration.ofHours(25));
        town.meta().sendText(later, "Danke!");
        String id = await.enquiry(later);
        town.meta().sendText(later, "Danke!");

        assertThat(town.api().messages(await.enquiry(later, 2))).hasSize(2);
        assertThat(id).isNotEmpty();
    }

    private Chat farewellTo(Citizen citizen) {
        Chat chat = new Chat(town, citizen);
        chat.write("Guten Tag");
        String id = await.enquiry(citizen);
        chat.greeted(1);
        assertThat(town.api().resolve(id).status()).isEqualTo(200);
        await.delivered();
        return chat;
    }
}
