package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.web.Body;
import software.amazon.awssdk.core.SdkBytes;

/** The citizen changes words: the new ones stand in the old ones' place, and the old ones nowhere. */
@InTown
final class EditTest {
    private final TestTown town;
    private final Await await;

    EditTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void anEditReplacesTheWordsInMessageAndListAndTheOldOnesAreGone() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Bessert");
        String wamid = town.meta().sendText(citizen, "alte Worte");
        String id = await.enquiry(citizen);
        List<SdkBytes> before = sealed(id);
        String expires = town.api().open(id).body().path("expiresAt").asText();

        edits(citizen, wamid, "neue Worte");

        JsonNode enquiry = town.api().open(id).body();
        assertThat(enquiry.at("/messages/0/text").asText()).isEqualTo("neue Worte");
        assertThat(enquiry.at("/messages/0/edited").asBoolean()).isTrue();
        assertThat(enquiry.at("/preview/text").asText()).isEqualTo("neue Worte");
        assertThat(enquiry.path("messages")).hasSize(1);
        assertThat(enquiry.path("inbound").asInt()).isEqualTo(1);
        assertThat(enquiry.path("expiresAt").asText()).isEqualTo(expires);
        assertThat(before).hasSize(2);
        assertThat(sealed(id)).hasSize(2).doesNotContainAnyElementsOf(before);
    }

    @Test
    void anEditOfAnOlderMessageLeavesTheListAsItIs() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Früher");
        String wamid = town.meta().sendText(citizen, "erste");
        town.meta().sendText(citizen, "zweite");
        String id = await.enquiry(citizen, 2);

        edits(citizen, wamid, "erste, besser");

        assertThat(texts(id)).containsExactlyInAnyOrder("erste, besser", "zweite");
        assertThat(town.api().open(id).body().at("/preview/text").asText()).isEqualTo("zweite");
    }

    @Test
    void anEditedCaptionKeepsItsFile() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Bild");
        byte[] photo = "Foto".getBytes(StandardCharsets.UTF_8);
        var attachment = new Attachment(new Body("image/jpeg", photo), Optional.empty());
        String wamid = town.meta()
                .send(
                        citizen,
                        CitizenMessage.of(
                                MessageDraft.File.of(FileKind.IMAGE, attachment).captioned("alt")))
                .getFirst();
        String id = await.enquiry(citizen);
        await.media(id, "stored");

        edits(citizen, wamid, "neu");

        assertThat(texts(id)).containsExactly("neu");
        assertThat(MediaTest.opened(await.media(id, "stored"))).isEqualTo(photo);
    }

    @Test
    void anEarlierEditThatComesLaterChangesNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Verkehrt");
        String wamid = town.meta().sendText(citizen, "alt");
        String id = await.enquiry(citizen);
        long now = seconds();

        deliver(Webhooks.edit(citizen, wamid, "zuletzt", now - 1));
        deliver(Webhooks.edit(citizen, wamid, "dazwischen", now - 2));

        assertThat(texts(id)).containsExactly("zuletzt");
    }

    @Test
    void aRedeliveredEditDoesNotUndoALaterOneOfTheSameSecond() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Schnell");
        String wamid = town.meta().sendText(citizen, "alt");
        String id = await.enquiry(citizen);
        long now = seconds() - 1;

        deliver(Webhooks.edit(citizen, wamid, "erstens", now));
        deliver(Webhooks.edit(citizen, wamid, "zweitens", now));
        deliver(Webhooks.edit(citizen, wamid, "erstens", now));

        assertThat(texts(id)).containsExactly("zweitens");
    }

    @Test
    void anEditThatOvertakesItsOriginalKeepsTheOldWordsOut() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Überholt");

        deliver(Webhooks.edit(citizen, "wamid.overtaken", "neu", seconds()));
        deliver(Webhooks.text(citizen, "wamid.overtaken", "alt"));

        String id = await.enquiry(citizen);
        assertThat(texts(id)).containsExactly("neu");
        assertThat(town.api().messages(id).getFirst().path("edited").asBoolean())
                .isTrue();
    }

    @Test
    void twoEditsThatOvertakeTheirOriginalEndWithTheLater() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Zweimal");
        long now = seconds();

        deliver(Webhooks.edit(citizen, "wamid.overtaken.twice", "zuletzt", now - 1));
        deliver(Webhooks.edit(citizen, "wamid.overtaken.twice", "zuerst", now - 2));
        deliver(Webhooks.text(citizen, "wamid.overtaken.twice", "alt"));

        assertThat(texts(await.enquiry(citizen))).containsExactly("zuletzt");
    }

    @Test
    void aWordToTheTownThatBecomesASentenceReachesTheMayor() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Satz");
        String wamid = town.meta().sendText(citizen, "Hilfe");
        await.delivered();
        assertThat(town.api().of(citizen.name())).isEmpty();

        edits(citizen, wamid, "Hilfe, die Laterne ist aus");
        town.meta().redeliver(1);
        await.delivered();

        assertThat(texts(await.enquiry(citizen))).containsExactly("Hilfe, die Laterne ist aus");
    }

    @Test
    void anEditAfterTheResolveOpensNothing() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Vorbei");
        String wamid = town.meta().sendText(citizen, "alt");
        String id = await.enquiry(citizen);
        town.api().resolve(id);

        edits(citizen, wamid, "neu");

        assertThat(town.api().of(citizen.name())).isEmpty();
        assertThat(town.itemsOf(id)).allMatch(key -> key.startsWith("TASK#forget#"));
    }

    @Test
    void nobodyEditsWhatAnotherWrote() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Selbst");
        Citizen other = town.meta().citizens().withPhone("Otto Fremd");
        String wamid = town.meta().sendText(citizen, "meins");
        String id = await.enquiry(citizen);

        deliver(Webhooks.edit(other, wamid, "deins", seconds()));

        assertThat(texts(id)).containsExactly("meins");
        assertThat(town.api().of(other.name())).isEmpty();
    }

    @Test
    void aTextDoesNotBecomeSomethingElse() {
        Citizen citizen = town.meta().citizens().withPhone("Anna Bleibt");
        String wamid = town.meta().sendText(citizen, "Text");
        String id = await.enquiry(citizen);
        ObjectNode edit = Webhooks.edit(citizen, wamid, "x", seconds());
        ObjectNode message = (ObjectNode) edit.at("/entry/0/changes/0/value/messages/0/edit/message");
        message.put("type", "location")
                .putObject("location")
                .put("latitude", 50)
                .put("longitude", 10);

        deliver(edit);

        assertThat(texts(id)).containsExactly("Text");
        assertThat(town.api().messages(id).getFirst().has("edited")).isFalse();
    }

    private void edits(Citizen citizen, String wamid, String words) {
        town.meta().send(citizen, CitizenMessage.of(new MessageDraft.Edit(wamid, words)));
        await.delivered();
    }

    private void deliver(ObjectNode webhook) {
        town.meta().deliver(webhook);
        await.delivered();
    }

    private long seconds() {
        return town.town().clock().instant().getEpochSecond();
    }

    private List<String> texts(String enquiry) {
        return town.api().messages(enquiry).stream()
                .map(message -> message.path("text").asText())
                .toList();
    }

    /** All that is sealed of an enquiry, as it lies in the table. */
    private List<SdkBytes> sealed(String enquiry) {
        return town.items().stream()
                .filter(item -> TestTown.text(item, "enquiry").equals(enquiry)
                        || TestTown.text(item, "pk").equals("ENQUIRY#" + enquiry))
                .filter(item -> item.containsKey("sealed"))
                .map(item -> item.get("sealed").b())
                .toList();
    }
}
