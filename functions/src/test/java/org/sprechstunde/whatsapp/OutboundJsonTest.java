package org.sprechstunde.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sprechstunde.enquiry.Identity;

/** To whom a message goes: a number that was given up may be somebody else's by now. */
final class OutboundJsonTest {
    private static final Optional<String> BSUID = Optional.of("DE.1234567890");
    private static final Optional<String> PHONE = Optional.of("491713920001");

    @Test
    void whoHasAUserIdIsWrittenToByItAlone() {
        ObjectNode message = to(BSUID, PHONE);

        assertThat(message.path("recipient").asText()).isEqualTo("DE.1234567890");
        assertThat(message.has("to")).isFalse();
    }

    @Test
    void whoHasOnlyANumberIsWrittenToByThat() {
        ObjectNode message = to(Optional.empty(), PHONE);

        assertThat(message.path("to").asText()).isEqualTo("491713920001");
        assertThat(message.has("recipient")).isFalse();
    }

    private static ObjectNode to(Optional<String> bsuid, Optional<String> phone) {
        return OutboundJson.to(new Identity(bsuid, phone, Optional.empty(), Optional.empty()));
    }
}
