package org.sprechstunde.whatsapp;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Function;

/** A file's SHA-256 as WhatsApp announces it: in base64 here, in hexadecimal there. */
public record MediaHash(String text) {
    /** Whether these are the bytes of the hash, however it is spelled; what is in neither form is no file's hash. */
    public boolean is(byte[] actual) {
        return is(actual, HexFormat.of()::parseHex) || is(actual, Base64.getDecoder()::decode);
    }

    private boolean is(byte[] actual, Function<String, byte[]> form) {
        try {
            return Arrays.equals(form.apply(text), actual);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
