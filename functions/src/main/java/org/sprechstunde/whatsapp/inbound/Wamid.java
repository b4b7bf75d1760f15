package org.sprechstunde.whatsapp.inbound;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * WhatsApp's message id. It is readable base64 of an envelope, phone number or BSUID, around a token;
 * one message may come under two envelopes, so only the token tells messages apart:
 * {@code 1C 18 len id 15 n 00 direction 18 len token 00}.
 */
public final class Wamid {
    private static final String PREFIX = "wamid.";
    private static final int STRUCT = 0x1C;
    private static final int TEXT = 0x18;
    private static final int NUMBER = 0x15;
    private static final int OUTGOING = 0x11;
    private static final int INCOMING = 0x12;

    private Wamid() {}

    /** The token inside, or the whole id where it is not built like that. */
    public static String token(String wamid) {
        return decoded(wamid).flatMap(Wamid::token).orElse(wamid);
    }

    private static Optional<ByteBuffer> decoded(String wamid) {
        if (!wamid.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            String base64 = wamid.substring(PREFIX.length()).replace('-', '+').replace('_', '/');
            return Optional.of(ByteBuffer.wrap(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(ByteBuffer bytes) {
        if (!next(bytes, STRUCT) || text(bytes).isEmpty() || !next(bytes, NUMBER)) {
            return Optional.empty();
        }
        if (bytes.remaining() < 2 || bytes.get() < 0 || bytes.get() != 0) {
            return Optional.empty();
        }
        return next(bytes, OUTGOING) || next(bytes, INCOMING) ? text(bytes) : Optional.empty();
    }

    /** Reads one byte if it is {@code expected}. */
    private static boolean next(ByteBuffer bytes, int expected) {
        if (bytes.hasRemaining() && bytes.get(bytes.position()) == expected) {
            bytes.get();
            return true;
        }
        return false;
    }

    private static Optional<String> text(ByteBuffer bytes) {
        if (!next(bytes, TEXT) || !bytes.hasRemaining()) {
            return Optional.empty();
        }
        int length = Byte.toUnsignedInt(bytes.get());
        if (length == 0 || length > bytes.remaining()) {
            return Optional.empty();
        }
        byte[] text = new byte[length];
        bytes.get(text);
        return Optional.of(new String(text, StandardCharsets.US_ASCII));
    }
}
