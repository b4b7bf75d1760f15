package org.sprechstunde.emulator.chat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A WhatsApp message id, built like the real ones: base64 of the citizen's number or BSUID, the direction and a random
 * token. The same token under the other identity is the same message.
 */
public record WamidFactory(String identity, boolean inbound, String token) {
    private static final String PREFIX = "wamid.";
    private static final int INBOUND_TOKEN_BYTES = 10;
    private static final int OUTBOUND_TOKEN_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new id for a message from or to the citizen who is called {@code identity}. */
    public static WamidFactory random(String identity, boolean inbound) {
        byte[] token = new byte[inbound ? INBOUND_TOKEN_BYTES : OUTBOUND_TOKEN_BYTES];
        RANDOM.nextBytes(token);
        return new WamidFactory(
                identity, inbound, HexFormat.of().withUpperCase().formatHex(token));
    }

    /** The parts of {@code text}, or nothing if it is no id of ours. */
    public static Optional<WamidFactory> parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            int identityEnd = 3 + bytes[2];
            String identity = new String(bytes, 3, bytes[2], StandardCharsets.US_ASCII);
            int tokenAt = identityEnd + 6;
            String token = new String(bytes, tokenAt, bytes[tokenAt - 1], StandardCharsets.US_ASCII);
            return Optional.of(new WamidFactory(identity, bytes[identityEnd + 3] == 0x12, token));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** The same message under another identity of the same citizen. */
    public WamidFactory under(String otherIdentity) {
        return new WamidFactory(otherIdentity, inbound, token);
    }

    /** The id as it travels. */
    public String text() {
        boolean phone = Character.isDigit(identity.charAt(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x1C, 0x18, (byte) identity.length()});
        out.writeBytes(identity.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {0x15, (byte) (phone ? 0x02 : 0x14), 0x00, (byte) (inbound ? 0x12 : 0x11)});
        out.writeBytes(new byte[] {0x18, (byte) token.length()});
        out.writeBytes(token.getBytes(StandardCharsets.US_ASCII));
        out.write(0);
        return PREFIX + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
