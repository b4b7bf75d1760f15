package org.sprechstunde.whatsapp.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vector is the one that GitHub publishes for the same scheme. */
final class SignatureCheckTest {
    private static final byte[] KEY = "It's a Secret to Everybody".getBytes(UTF_8);
    private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);
    private static final String HEX = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void acceptsTheRightSignature() {
        assertThat(SignatureCheck.isValid(Optional.of("sha256=" + HEX), BODY, KEY))
                .isTrue();
        assertThat(SignatureCheck.isValid(Optional.of("sha256=" + HEX.toUpperCase(Locale.ROOT)), BODY, KEY))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                HEX,
                "sha1=" + HEX,
                "SHA256=" + HEX,
                "sha256=" + HEX + "00",
                "sha256=" + HEX + ", sha256=" + HEX,
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void refusesEveryOther(String header) {
        assertThat(SignatureCheck.isValid(Optional.of(header), BODY, KEY)).isFalse();
    }

    @Test
    void refusesWithoutSignature() {
        assertThat(SignatureCheck.isValid(Optional.empty(), BODY, KEY)).isFalse();
    }

    @Test
    void refusesAnotherBodyAndAnotherKey() {
        assertThat(SignatureCheck.isValid(Optional.of("sha256=" + HEX), "Hello, World".getBytes(UTF_8), KEY))
                .isFalse();
        assertThat(SignatureCheck.isValid(Optional.of("sha256=" + HEX), BODY, "other".getBytes(UTF_8)))
                .isFalse();
    }
}
