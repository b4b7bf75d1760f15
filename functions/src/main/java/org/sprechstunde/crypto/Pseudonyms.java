package org.sprechstunde.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sprechstunde.platform.KeyedHash;
import org.sprechstunde.platform.Secrets;

/**
 * Keyed hashes under the stack's secret pepper (HMAC-SHA-256, base64url): the only form in which
 * a citizen or a WhatsApp message id may stand in a key.
 */
public final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec pepper;

    public Pseudonyms(byte[] pepper) {
        this.pepper = new SecretKeySpec(pepper, ALGORITHM);
    }

    /** Under the pepper of the stack's secret as it is now. */
    public static Pseudonyms current(Secrets secrets) {
        return new Pseudonyms(secrets.current().pepperKey());
    }

    /** Of a citizen, by the id that tells this one from all others. */
    public String citizen(String stableId) {
        return of("citizen", stableId);
    }

    /** Of a message, by the inner token of its wamid, the same under each of its envelopes. */
    public String message(String token) {
        return of("message", token);
    }

    /** Of a group. */
    public String group(String id) {
        return of("group", id);
    }

    /** Of a citizen's word, said in {@code enquiry} or, if that is empty, while none was open. */
    public String keyword(String citizen, String word, String enquiry) {
        return of("keyword", citizen + " " + word + " " + enquiry);
    }

    /** Of a citizen, by keyed hash, on one day. */
    public String day(String citizen, LocalDate day) {
        return of("day", citizen + " " + day);
    }

    /** Of a citizen, by keyed hash, who was told goodbye. */
    public String farewell(String citizen) {
        return of("farewell", citizen);
    }

    /** Of a reply, by the key with which the page makes its sending repeatable. */
    public String reply(String enquiry, String idempotencyKey) {
        return of("reply", enquiry + " " + idempotencyKey);
    }

    /** Of the code by which a citizen asks whether all was erased. */
    public String erasureCode(String letters) {
        return of("erasure code", letters);
    }

    /** Of somebody of the town hall, by the subject of their token; as others read it, and not as the log names them. */
    public KeyedHash person(String subject) {
        return KeyedHash.of(hash("person", subject));
    }

    /** Of a login, by the subject of its token: short, for it is only read in a log. */
    public KeyedHash login(String subject) {
        return KeyedHash.of(hash("login", subject));
    }

    /** A key of its own for {@code purpose}, which reveals nothing of the pepper. */
    public DataKey keyFor(String purpose) {
        return DataKey.of(hash("key", purpose));
    }

    private String of(String purpose, String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(purpose, value));
    }

    private byte[] hash(String purpose, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            mac.update((purpose + ":").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", e);
        }
    }
}
