package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/** Leaks as careless software would make them, by other means than the searcher's own. */
final class Leak {
    private Leak() {}

    /** The citizen's {@code words} in the middle of {@code sentence}, in this form. */
    static byte[] of(Encoding encoding, String sentence, String words) {
        return switch (encoding) {
            case AS_IS -> sentence.getBytes(UTF_8);
            case UPPER_CASE -> sentence.toUpperCase(Locale.GERMANY).getBytes(UTF_8);
            case LOWER_CASE -> sentence.toLowerCase(Locale.GERMANY).getBytes(UTF_8);
            case LATIN_1 -> sentence.getBytes(ISO_8859_1);
            case UTF_16_LITTLE -> sentence.getBytes(UTF_16LE);
            case UTF_16_BIG -> sentence.getBytes(UTF_16BE);
            case BASE64 -> Base64.getEncoder().encode(sentence.getBytes(UTF_8));
            case BASE64URL -> Base64.getUrlEncoder().encode(sentence.getBytes(UTF_8));
            case BASE64_OF_UTF_16 -> Base64.getEncoder().encode(sentence.getBytes(UTF_16LE));
            case HEX -> hex(sentence.getBytes(UTF_8), "%02x");
            case HEX_UPPER -> hex(sentence.getBytes(UTF_8), "%02X");
            case HEX_OF_UTF_16 -> hex(sentence.getBytes(UTF_16LE), "%02x");
            case PERCENT -> URLEncoder.encode(sentence, UTF_8).getBytes(US_ASCII);
            case PERCENT_LOWER -> percentLower(sentence);
            case PERCENT_TWICE ->
                URLEncoder.encode(URLEncoder.encode(sentence, UTF_8), UTF_8).getBytes(US_ASCII);
            case PERCENT_EVERY_BYTE -> hex(sentence.getBytes(UTF_8), "%%%02X");
            case JSON_ESCAPED -> escaped(sentence, "\\u%04x");
            case JSON_ESCAPED_UPPER -> escaped(sentence, "\\u%04X");
            case HTML_ESCAPED -> escaped(sentence, "&#%d;");
            case SHA_256 -> digest("SHA-256", words);
            case SHA_256_HEX -> number(digest("SHA-256", words), 64);
            case SHA_256_HEX_UPPER -> upper(number(digest("SHA-256", words), 64));
            case SHA_256_BASE64 -> Base64.getEncoder().encode(digest("SHA-256", words));
            case SHA_256_BASE64URL -> Base64.getUrlEncoder().encode(digest("SHA-256", words));
            case MD5 -> digest("MD5", words);
            case MD5_HEX -> number(digest("MD5", words), 32);
            case MD5_HEX_UPPER -> upper(number(digest("MD5", words), 32));
            case MD5_BASE64 -> Base64.getEncoder().encode(digest("MD5", words));
            case MD5_BASE64URL -> Base64.getUrlEncoder().encode(digest("MD5", words));
        };
    }

    private static byte[] percentLower(String text) {
        return text.chars()
                .mapToObj(letter -> letter < 0x80
                        ? String.valueOf((char) letter)
                        : new String(hex(String.valueOf((char) letter).getBytes(UTF_8), "%%%02x"), US_ASCII))
                .collect(Collectors.joining())
                .replace(" ", "%20")
                .getBytes(US_ASCII);
    }

    private static byte[] hex(byte[] bytes, String format) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : bytes) {
            hex.append(format.formatted(octet));
        }
        return hex.toString().getBytes(US_ASCII);
    }

    private static byte[] escaped(String text, String format) {
        return text.chars()
                .mapToObj(letter -> letter < 0x80 ? String.valueOf((char) letter) : format.formatted(letter))
                .collect(Collectors.joining())
                .getBytes(US_ASCII);
    }

    private static byte[] number(byte[] digest, int digits) {
        return ("%0" + digits + "x").formatted(new BigInteger(1, digest)).getBytes(US_ASCII);
    }

    private static byte[] upper(byte[] hex) {
        return new String(hex, US_ASCII).toUpperCase(Locale.ROOT).getBytes(US_ASCII);
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
