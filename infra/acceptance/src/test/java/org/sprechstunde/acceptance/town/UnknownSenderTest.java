package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A message that does not say who wrote it is kept and shown; nobody is answered in its place. */
@InTown
final class UnknownSenderTest {
    private final TestTown town;
    private final Await await;

    UnknownSenderTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void itIsShownCannotBeAnsweredAndGoesAsAWhole() {
        deliver("Namenlos Eins", "Die Brücke am Anger ist beschädigt.");
        JsonNode listed = town.api().of("Namenlos Eins").orElseThrow();
        String id = listed.path("id").asText();

        assertThat(listed.path("senderUnknown").asBoolean()).isTrue();
        assertThat(town.api().messages(id))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("text").asText()).isEqualTo("Die Brücke am Anger ist beschädigt."));
        assertThat(town.api().reply(id, "k1", "Danke").problem()).isEqualTo("sender-unknown");
        assertThat(town.api()
                        .replyWith(
                                id, Optional.of("k2"), "{\"template\":{\"name\":\"rueckmeldung\",\"language\":\"de\"}}")
                        .problem())
                .isEqualTo("sender-unknown");
        assertThat(town.api().react(id, message(id), "👍").problem()).isEqualTo("window-closed");

        var receipt = town.api().resolve(id);

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(town.api().open(id).status()).isEqualTo(404);
        assertThat(receipt.body().at("/whatsapp/farewell").asText()).isEqualTo("skipped");
    }

    @Test
    void twoOfThemAreNotOnePersons() {
        deliver("Namenlos Zwei", "eins");
        deliver("Namenlos Zwei", "zwei");

        List<JsonNode> enquiries = town.api().allOf("Namenlos Zwei");

        assertThat(enquiries).hasSize(2);
        enquiries.forEach(enquiry -> town.api().resolve(enquiry.path("id").asText()));
    }

    @Test
    void whatComesTwiceIsKeptOnce() {
        ObjectNode body = message("Namenlos Drei", "nur einmal");
        town.meta().deliver(body);
        town.meta().deliver(body.deepCopy());
        await.delivered();

        assertThat(town.api().allOf("Namenlos Drei"))
                .singleElement()
                .satisfies(enquiry -> town.api().resolve(enquiry.path("id").asText()));
    }

    private String message(String id) {
        return town.api().messages(id).getFirst().path("id").asText();
    }

    private void deliver(String name, String text) {
        town.meta().deliver(message(name, text));
        await.delivered();
    }

    private static ObjectNode message(String name, String text) {
        ObjectNode message =
                Webhooks.object().put("id", "wamid.nobody." + text.hashCode()).put("type", "text");
        message.putObject("text").put("body", text);
        ObjectNode body = Webhooks.around(message);
        ObjectNode value = (ObjectNode) body.at("/entry/0/changes/0/value");
        value.putArray("contacts").addObject().putObject("profile").put("name", name);
        return body;
    }
}
