package org.sprechstunde.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.crypto.SealedBox;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;

/**
 * Our ids as WhatsApp and citizens' phones carry them for us: sealed, each time in other letters. They keep them for
 * longer than we do, and the receipt of an erasure names the enquiry; so nothing of what they keep may lead from the
 * receipt to anybody.
 */
public final class CarriedIds {
    private static final String PLACE = "carried by WhatsApp";

    private final Supplier<Pseudonyms> pseudonyms;
    private final SecureRandom random;

    /** Sealed under a key of the stack's, of which {@code pseudonyms} are as they are at that moment. */
    public CarriedIds(Supplier<Pseudonyms> pseudonyms, SecureRandom random) {
        this.pseudonyms = pseudonyms;
        this.random = random;
    }

    public static CarriedIds of(Services services) {
        Secrets secrets = services.secrets();
        return new CarriedIds(
                () -> Pseudonyms.current(secrets), services.platform().random());
    }

    String seal(String ids) {
        byte[] blob = SealedBox.seal(ids.getBytes(StandardCharsets.UTF_8), key(), PLACE, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blob);
    }

    /** What was sealed; anything else as it is, for a former release gave ids to carry as they are. */
    public String open(String carried) {
        return bytes(carried)
                .flatMap(blob -> SealedBox.open(blob, key(), PLACE))
                .map(ids -> new String(ids, StandardCharsets.UTF_8))
                .orElse(carried);
    }

    private static Optional<byte[]> bytes(String carried) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(carried));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private DataKey key() {
        return pseudonyms.get().keyFor(PLACE);
    }
}
