package org.sprechstunde.whatsapp.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.sprechstunde.crypto.Pseudonyms;

/** One message has one mark, however it is addressed; two messages have two, and no mark names anybody. */
final class WamidPropertyTest {
    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("pepper".getBytes(StandardCharsets.UTF_8));

    @Property
    void bothEnvelopesGiveOneMark(
            @ForAll @NumericChars @StringLength(min = 5, max = 15) String phone,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 128) String user,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 60) String token) {
        String byPhone = wamid(phone, token);
        String byUser = wamid("DE." + user, token);

        assertThat(mark(byUser)).isEqualTo(mark(byPhone));
        assertThat(mark(byPhone)).doesNotContain(phone);
    }

    @Property
    void twoMessagesOfOneCitizenHaveTwoMarks(
            @ForAll @NumericChars @StringLength(min = 5, max = 15) String phone,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 60) String token,
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 60) String other) {
        Assume.that(!token.equals(other));

        assertThat(mark(wamid(phone, token))).isNotEqualTo(mark(wamid(phone, other)));
    }

    @Property
    void whatIsNoWamidIsItsOwnToken(@ForAll String any) {
        Assume.that(!any.startsWith("wamid."));

        assertThat(Wamid.token(any)).isEqualTo(any);
    }

    @Property
    void everyWamidHasAToken(@ForAll byte[] envelope) {
        String wamid = "wamid." + Base64.getEncoder().encodeToString(envelope);

        assertThat(Wamid.token(wamid)).isNotEmpty();
    }

    private static String mark(String wamid) {
        return PSEUDONYMS.message(Wamid.token(wamid));
    }

    private static String wamid(String id, String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x1C);
        write(bytes, id);
        bytes.writeBytes(new byte[] {0x15, 2, 0, 0x12});
        write(bytes, token);
        bytes.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.write(0x18);
        bytes.write(text.length());
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
