package org.sprechstunde.enquiry;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.platform.RandomId;

/** What the mayor may attach. */
final class AttachmentTypeTest {
    private static final RandomId OBJECT = RandomId.next(new SecureRandom());

    @ParameterizedTest
    @EnumSource
    void eachIsKnownByItsNameAndTakenUpToItsLength(AttachmentType type) {
        assertThat(AttachmentType.of(type.mimeType())).hasValue(type);
        assertThat(new PendingUpload(OBJECT, type, 1).sealedBytes()).isEqualTo(1 + SealedBox.OVERHEAD);
        assertThat(new PendingUpload(OBJECT, type, type.most()).bytes()).isEqualTo(type.most());
        assertThatIllegalArgumentException().isThrownBy(() -> new PendingUpload(OBJECT, type, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PendingUpload(OBJECT, type, type.most() + 1));
    }

    @Test
    void noOtherIsTaken() {
        assertThat(AttachmentType.of("text/html")).isEmpty();
    }

    @Test
    void aFileIsWhatItsFirstBytesSay() {
        byte[] pdf = "%PDF-1.7 and more".getBytes(US_ASCII);

        assertThat(AttachmentType.of("application/pdf").orElseThrow().is(pdf)).isTrue();
        assertThat(AttachmentType.of("image/jpeg").orElseThrow().is(pdf)).isFalse();
        assertThat(AttachmentType.of("application/pdf").orElseThrow().is(new byte[0]))
                .isFalse();
    }
}
