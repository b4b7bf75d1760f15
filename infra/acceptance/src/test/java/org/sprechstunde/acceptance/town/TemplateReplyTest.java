package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.emulator.chat.ChatMessage;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;

/** Words that WhatsApp has approved go out at any time; free words still do not. */
@InTown
final class TemplateReplyTest {
    private static final String NAME = "rueckmeldung";

    private final TestTown town;
    private final Await await;

    TemplateReplyTest(TestTown town) {
        this.town = town;
        this.await = new Await(town);
    }

    @Test
    void afterTwentyFourHoursATemplateReachesTheCitizenInTheWordsThatThePageHasShown() {
        Citizen citizen = town.meta().citizens().withPhone("Vorlage Anna");
        String id = wroteYesterday(citizen);

        ApiClient.Answer answer = reply(id, "key-1", NAME, "de");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().path("kind").asText()).isEqualTo("template");
        assertThat(answer.body().path("text").asText()).isEqualTo(words("de"));
        assertThat(arrived(citizen).path("text").asText()).isEqualTo(words("de"));
        deliveryBecomes(id, "delivered");
        assertThat(town.api().open(id).body().has("waitingSince")).isFalse();
        assertThat(town.api().open(id).body().at("/preview/kind").asText()).isEqualTo("template");
    }

    @Test
    void itReachesACitizenWithoutNumberInTheirLanguage() {
        Citizen citizen = town.meta().citizens().withoutPhone("Template Bernd");
        String id = wroteYesterday(citizen);

        reply(id, "key-1", NAME, "en");

        assertThat(arrived(citizen).path("text").asText()).isEqualTo(words("en"));
    }

    @Test
    void freeWordsAreStillRefusedAfterATemplate() {
        Citizen citizen = town.meta().citizens().withPhone("Vorlage Clara");
        String id = wroteYesterday(citizen);
        reply(id, "key-1", NAME, "de");

        ApiClient.Answer answer = town.api().reply(id, "key-2", "Und noch etwas");

        assertThat(answer.problem()).isEqualTo("window-closed");
        assertThat(town.api().messages(id)).hasSize(2);
    }

    @Test
    void theSameKeySendsATemplateOnce() {
        Citizen citizen = town.meta().citizens().withPhone("Vorlage Dora");
        String id = wroteYesterday(citizen);
        ApiClient.Answer first = reply(id, "key-1", NAME, "de");

        ApiClient.Answer second = reply(id, "key-1", NAME, "de");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(reply(id, "key-1", NAME, "en").problem()).isEqualTo("idempotency-mismatch");
        assertThat(town.api().reply(id, "key-1", words("de")).problem()).isEqualTo("idempotency-mismatch");
        arrived(citizen);
        assertThat(templates(citizen)).hasSize(1);
    }

    @Test
    void aTemplateThatTheTownDoesNotHaveIsNotSent() {
        String id = wroteYesterday(town.meta().citizens().withPhone("Vorlage Emil"));

        assertThat(reply(id, "key-1", "werbung", "de").problem()).isEqualTo("unknown-template");
        assertThat(reply(id, "key-1", NAME, "fr").problem()).isEqualTo("unknown-template");
        assertThat(town.api().messages(id)).hasSize(1);
    }

    @ParameterizedTest
    @Tag("full")
    @ValueSource(
            strings = {
                "{\"template\":null}",
                "{\"template\":\"rueckmeldung\"}",
                "{\"template\":{\"name\":\"rueckmeldung\"}}",
                "{\"template\":{\"name\":\"rueckmeldung\",\"language\":1}}",
                "{\"template\":{\"name\":\"rueckmeldung\",\"language\":\"de\"},\"text\":\"und mehr\"}"
            })
    void aTemplateThatIsNoneIsABadRequest(String body) {
        String id = wroteYesterday(town.meta().citizens().withPhone("Vorlage " + body.length()));

        assertThat(town.api().replyWith(id, Optional.of("key"), body).problem()).isEqualTo("bad-request");
    }

    @Test
    void aTemplateToAnEnquiryThatIsResolvedIsNotSent() {
        Citizen citizen = town.meta().citizens().withPhone("Vorlage Frieda");
        String id = wroteYesterday(citizen);
        town.api().resolve(id);

        assertThat(reply(id, "key-1", NAME, "de").status()).isEqualTo(404);
        assertThat(templates(citizen)).isEmpty();
    }

    private String wroteYesterday(Citizen citizen) {
        var yesterday = town.town().clock().instant().minus(Duration.ofHours(25));
        town.meta().send(citizen, CitizenMessage.text("gestern").at(yesterday));
        return await.enquiry(citizen);
    }

    private ApiClient.Answer reply(String id, String key, String name, String language) {
        ObjectNode body = Webhooks.object();
        body.putObject("template").put("name", name).put("language", language);
        return town.api().replyWith(id, Optional.of(key), body.toString());
    }

    /** As the mayor's page shows it beforehand. */
    private String words(String language) {
        JsonNode config = ApiClient.json(
                ApiClient.fetch(town.town().page().resolve("/config.json")).body());
        for (JsonNode template : config.path("templates")) {
            if (template.path("language").asText().equals(language)) {
                return template.path("text").asText();
            }
        }
        throw new AssertionError("no template in " + language);
    }

    private JsonNode arrived(Citizen citizen) {
        await.chat(citizen, _ -> !templates(citizen).isEmpty());
        return templates(citizen).getFirst().content();
    }

    private List<ChatMessage> templates(Citizen citizen) {
        return town.meta().conversation(citizen).stream()
                .filter(bubble -> bubble.kind().equals("template"))
                .toList();
    }

    private void deliveryBecomes(String id, String state) {
        await.messages(
                id,
                messages -> messages.getLast().at("/delivery/state").asText().equals(state));
    }
}
