package org.sprechstunde.inbox;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedBox;

/** What the page keeps for us and cannot read; it opens only at the {@code place} for which it was sealed. */
record SealedText(DataKey key, String place, SecureRandom random) {
    String seal(String text) {
        byte[] sealed = SealedBox.seal(text.getBytes(StandardCharsets.UTF_8), key, place, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Empty if {@code sealed} is not ours. */
    Optional<String> open(String sealed) {
        try {
            return SealedBox.open(Base64.getUrlDecoder().decode(sealed), key, place)
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
