package org.sprechstunde.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sprechstunde.emulator.chat.Attachment;
import org.sprechstunde.emulator.chat.Citizen;
import org.sprechstunde.emulator.phone.CitizenMessage;
import org.sprechstunde.emulator.phone.FileKind;
import org.sprechstunde.emulator.phone.MessageDraft;
import org.sprechstunde.emulator.variants.Variant;
import org.sprechstunde.emulator.web.Body;

/** What each of WhatsApp's reported habits looks like on the wire. */
class VariantWireTest {
    private EmulatedTown town;
    private Citizen anna;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        town = new EmulatedTown();
        anna = town.writer(town.meta.citizens().withPhone("Anna"));
    }

    @AfterEach
    void stop() {
        town.close();
    }

    @Test
    void aLookUpThatNamesTheNumberIsRefusedAndOneThatDoesNotIsGranted() throws InterruptedException {
        String file = file();
        town.meta.variants().only(Variant.NUMBER_REFUSED);

        HttpResponse<String> named = town.call(town.graph(file + "?phone_number_id=" + EmulatedTown.NUMBER));

        assertThat(named.statusCode()).isEqualTo(400);
        assertThat(EmulatedTown.json(named).at("/error/code").asInt()).isEqualTo(100);
        assertThat(EmulatedTown.json(named).at("/error").has("error_subcode")).isFalse();
        assertThat(town.call(town.graph(file)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE_DENIED, 200, '\"success\":false'",
        "DELETE_LOST_IN_BETWEEN, 404, '<html>'",
        "DELETE_PARAMETER_REFUSED, 400, '\"code\":100,\"error_data\"'",
        "DELETE_FINDS_NOTHING, 400, '\"error_subcode\":33'"
    })
    void aDeletionIsAnsweredSoAndDeletesNothing(Variant variant, int status, String says) throws InterruptedException {
        String file = file();
        town.meta.variants().only(variant);

        for (String path :
                List.of(file, EmulatedTown.NUMBER + "/contact_book?messaging_product=whatsapp&bsuid=" + anna.bsuid())) {
            HttpResponse<String> answer = town.call(town.graph(path).DELETE());
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).contains(says);
        }

        assertThat(town.call(town.graph(file)).statusCode()).isEqualTo(200);
    }

    @Test
    void aStatusComesWithoutWhatItShouldCarryBack() throws InterruptedException {
        town.meta.variants().only(Variant.NO_CALLBACK_DATA);

        town.send(town.text("Guten Tag").put("recipient", anna.bsuid()).put("biz_opaque_callback_data", "ours"));

        assertThat(town.receiver.next().status().has("biz_opaque_callback_data"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TOKEN_REFUSED_AS_400, 400, 190, 1",
        "TOO_MANY_WITHOUT_CODE, 429, 0, 1",
        "UNAVAILABLE_TWICE, 503, 2, 2",
        "RETRY_AFTER, 429, 130429, 1"
    })
    void aMessageIsRefusedSoManyTimesAndThenTaken(Variant variant, int status, int code, int times) {
        town.meta.variants().only(variant);

        for (int time = 0; time < times; time++) {
            HttpResponse<String> refused = town.sendText(anna, "Guten Tag");
            assertThat(refused.statusCode()).isEqualTo(status);
            assertThat(EmulatedTown.json(refused).at("/error/code").asInt()).isEqualTo(code);
            assertThat(refused.headers().firstValue("Retry-After").isPresent())
                    .isEqualTo(variant == Variant.RETRY_AFTER);
        }

        assertThat(town.sendText(anna, "Guten Tag").statusCode()).isEqualTo(200);
        assertThat(town.meta.conversation(anna)).hasSize(2);
    }

    @Test
    void anAnswerBreaksOffThoughTheMessageIsTaken() {
        ObjectNode message = town.text("Guten Tag").put("recipient", anna.bsuid());
        town.meta.variants().only(Variant.ANSWER_CUT);

        assertThatThrownBy(() -> town.send(message)).isInstanceOf(UncheckedIOException.class);

        assertThat(town.meta.conversation(anna)).hasSize(2);
    }

    @Test
    void aConnectionThatWasUsedBeforeIsDead() {
        town.sendText(anna, "eins");
        town.meta.variants().only(Variant.DEAD_WHEN_REUSED);

        assertThatThrownBy(() -> town.sendText(anna, "zwei")).isInstanceOf(UncheckedIOException.class);
        assertThat(town.meta.conversation(anna)).hasSize(2);

        assertThat(town.sendText(anna, "drei").statusCode())
                .as("on a fresh one")
                .isEqualTo(200);
    }

    @Test
    void theStatusComesBeforeTheAnswer() throws InterruptedException {
        town.meta.variants().only(Variant.STATUS_FIRST);
        long begun = System.nanoTime();

        town.sendText(anna, "Guten Tag");

        assertThat(town.receiver.nextWithin(Duration.ZERO)).isPresent();
        assertThat(System.nanoTime() - begun).isGreaterThan(400_000_000L);
    }

    private String file() throws InterruptedException {
        Body body = new Body("image/jpeg", new byte[100]);
        town.meta.send(
                anna, CitizenMessage.of(MessageDraft.File.of(FileKind.IMAGE, new Attachment(body, Optional.empty()))));
        return town.receiver.next().message().at("/image/id").asText();
    }
}
