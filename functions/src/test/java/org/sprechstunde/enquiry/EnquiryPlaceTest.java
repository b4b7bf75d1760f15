package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.RandomId;

final class EnquiryPlaceTest {
    @Test
    void onlyARandomPlaceIsAside() {
        String hmac = new Pseudonyms(new byte[32]).citizen("DE.Anna");
        EnquiryPlace found = new EnquiryPlace(hmac, Set.of("other"), Optional.of("earlier"));

        EnquiryPlace aside = found.aside(RandomId.next(new SecureRandom()));

        assertThat(found.isAside()).isFalse();
        assertThat(aside.isAside()).isTrue();
        assertThat(aside.aliases()).isEmpty();
        assertThat(aside.earlier()).hasValue("earlier");
    }
}
