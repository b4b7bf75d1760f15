package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** The kinds of place, and what each can hold at all. */
enum PlaceKind {
    TABLE_TEXT,
    TABLE_BYTES,
    STREAM,
    OBJECT_NAME,
    OBJECT_METADATA,
    OBJECT_BYTES,
    LOG,
    METRIC,
    URL,
    HEADER,
    BODY,
    FILE_NAME,
    FILE,
    PROFILE;

    boolean takes(byte[] leak) {
        return switch (this) {
            case TABLE_TEXT, STREAM, LOG, METRIC -> isText(leak);
            case OBJECT_NAME, OBJECT_METADATA -> isVisibleAscii(leak);
            case FILE_NAME -> isVisibleAscii(leak) && leak.length < 200;
            case URL, HEADER -> isOneLine(leak);
            case TABLE_BYTES, OBJECT_BYTES, BODY, FILE, PROFILE -> true;
        };
    }

    private static boolean isText(byte[] leak) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(leak)).length() > 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static boolean isVisibleAscii(byte[] leak) {
        return new String(leak, ISO_8859_1).chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    }

    private static boolean isOneLine(byte[] leak) {
        return new String(leak, ISO_8859_1).chars().noneMatch(letter -> letter <= '\r');
    }
}
