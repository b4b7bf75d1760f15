package org.sprechstunde.media.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading and composing the heads of blocks. */
final class Bytes {
    private Bytes() {}

    static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    static boolean startsWith(byte[] bytes, String text) {
        return bytes.length >= text.length() && text(bytes, 0, text.length()).equals(text);
    }

    /** Four bytes without a sign, the highest first. */
    static long number(byte[] bytes, int at) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
    }

    static byte[] zeros(byte[] bytes) {
        return new byte[bytes.length];
    }

    static byte[] together(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** {@code bytes} with {@code text} written over them. */
    static byte[] with(byte[] bytes, int at, String text) {
        byte[] changed = bytes.clone();
        byte[] word = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(word, 0, changed, at, word.length);
        return changed;
    }
}
