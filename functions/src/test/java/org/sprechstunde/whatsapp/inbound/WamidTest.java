package org.sprechstunde.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WamidTest {
    private static final String TOKEN = "3EB0C767D097B7C0F8A1";

    @Test
    void bothEnvelopesOfOneMessageHaveOneToken() {
        String byPhone = wamid("4915112345678", 0x02, 0x12);
        String byUserId = wamid("DE.1a2b3c4d5e6f7g8h9i0j", 0x14, 0x12);

        assertThat(byPhone).isNotEqualTo(byUserId);
        assertThat(Wamid.token(byPhone)).isEqualTo(TOKEN);
        assertThat(Wamid.token(byUserId)).isEqualTo(TOKEN);
    }

    @Test
    void anOutgoingMessageHasATokenAsWell() {
        assertThat(Wamid.token(wamid("4915112345678", 0x02, 0x11))).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wamid.", "wamid.!!!", "wamid.HBg", "gBGHSRUVESI", "wamid.HBgNNDkx"})
    void whatIsNotBuiltLikeThatIsItsOwnToken(String odd) {
        assertThat(Wamid.token(odd)).isEqualTo(odd);
    }

    @Test
    void anEnvelopeCutShortAnywhereIsItsOwnToken() {
        byte[] whole = Base64.getDecoder().decode(wamid("49151", 0x02, 0x12).substring("wamid.".length()));

        for (int length = 0; length < whole.length - 1; length++) {
            String cut = "wamid." + Base64.getEncoder().encodeToString(Arrays.copyOf(whole, length));
            assertThat(Wamid.token(cut)).isEqualTo(cut);
        }
    }

    private static String wamid(String citizen, int number, int direction) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0x1C);
        bytes.write(0x18);
        bytes.write(citizen.length());
        bytes.writeBytes(citizen.getBytes(US_ASCII));
        bytes.writeBytes(new byte[] {0x15, (byte) number, 0x00, (byte) direction, 0x18, (byte) TOKEN.length()});
        bytes.writeBytes(TOKEN.getBytes(US_ASCII));
        bytes.write(0x00);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
