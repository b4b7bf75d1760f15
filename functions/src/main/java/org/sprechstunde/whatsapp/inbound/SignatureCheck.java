package org.sprechstunde.whatsapp.inbound;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** WhatsApp's proof of origin: header {@code X-Hub-SignatureCheck-256: sha256=<64 hex>}, HMAC over the raw bytes. */
public final class SignatureCheck {
    public static final String HEADER = "x-hub-signature-256";
    private static final Pattern FORM = Pattern.compile("sha256=([0-9a-fA-F]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private SignatureCheck() {}

    /** Whether {@code header} looks like a signature, whoever made it. */
    public static boolean isClaimed(Optional<String> header) {
        return header.filter(value -> FORM.matcher(value).matches()).isPresent();
    }

    /** Whether {@code header} signs exactly {@code body}; takes the same time for every wrong one. */
    public static boolean isValid(Optional<String> header, byte[] body, byte[] key) {
        return header.map(FORM::matcher)
                .filter(form -> form.matches())
                .map(form -> HexFormat.of().parseHex(form.group(1)))
                .filter(given -> MessageDigest.isEqual(given, hmac(body, key)))
                .isPresent();
    }

    /** The header that signs {@code body}. */
    public static String of(byte[] body, byte[] key) {
        return "sha256=" + HexFormat.of().formatHex(hmac(body, key));
    }

    private static byte[] hmac(byte[] body, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing", e);
        }
    }
}
