package org.sprechstunde.emulator.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Bytes and their media type. A file may be 100 MB, so the bytes are shared, not copied, and never changed. */
public final class Body {
    private final String type;
    private final byte[] bytes;
    /** Of 100 MB it is asked for as often as somebody looks the file up. */
    private volatile byte @Nullable [] hash;

    /**
     * A body over these very bytes.
     *
     * @param bytes belong to this body from now on
     */
    public Body(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    public String type() {
        return type;
    }

    public int length() {
        return bytes.length;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same bytes under another type. */
    public Body as(String otherType) {
        return new Body(otherType, bytes);
    }

    /** The byte at {@code index}, or 0 behind the end. */
    public int at(int index) {
        return index < bytes.length ? bytes[index] & 0xFF : 0;
    }

    /** True if these characters, one byte each, stand at {@code from}. */
    public boolean has(int from, String latin) {
        return IntStream.range(0, latin.length()).allMatch(i -> at(from + i) == latin.charAt(i));
    }

    /** True if these bytes are a WebP picture that moves. */
    public boolean isAnimated() {
        return has(8, "WEBPVP8X") && (at(20) & 2) != 0;
    }

    public byte[] sha256() {
        byte[] known = hash;
        if (known == null) {
            known = hashed();
            hash = known;
        }
        return known.clone();
    }

    private byte[] hashed() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same body with one bit turned over, so that no hash fits it any more. */
    public Body corrupted() {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[copy.length / 2] ^= 1;
        }
        return new Body(type, copy);
    }

    /** Writes the bytes from {@code from} up to but not including {@code to}. */
    void write(OutputStream out, int from, int to) throws IOException {
        out.write(bytes, from, to - from);
    }
}
