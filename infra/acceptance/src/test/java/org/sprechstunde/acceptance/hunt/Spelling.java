package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How each form is spelled. What is no text has no textual forms. */
final class Spelling {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final int LAST_ASCII = 0x7f;

    private Spelling() {}

    static Function<byte[], Stream<byte[]>> text(UnaryOperator<String> spelling, Charset charset) {
        return bytes -> decoded(bytes)
                .map(spelling)
                .filter(text -> charset.newEncoder().canEncode(text))
                .map(text -> text.getBytes(charset))
                .stream();
    }

    static Function<byte[], Stream<byte[]>> ascii(Function<byte[], String> spelling) {
        return bytes -> Stream.of(spelling.apply(bytes).getBytes(US_ASCII));
    }

    static Function<byte[], Stream<byte[]>> hash(String algorithm) {
        return bytes -> Stream.of(digest(algorithm, bytes));
    }

    static Stream<byte[]> base64(byte[] bytes) {
        return aligned(Base64.getEncoder().withoutPadding(), bytes);
    }

    static Stream<byte[]> base64Url(byte[] bytes) {
        return aligned(Base64.getUrlEncoder().withoutPadding(), bytes);
    }

    static String percent(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    static String lowerHex(String percent) {
        return ESCAPE.matcher(percent).replaceAll(found -> found.group().toLowerCase(Locale.ROOT));
    }

    static String jsonEscaped(String text) {
        return escaped(text, "\\u%04x");
    }

    static String jsonEscapedUpper(String text) {
        return escaped(text, "\\u%04X");
    }

    static String htmlEscaped(String text) {
        return escaped(text, "&#%d;");
    }

    /** Inside longer base64 the bytes begin at one of three places; only characters that are theirs alone stay. */
    private static Stream<byte[]> aligned(Base64.Encoder encoder, byte[] bytes) {
        return IntStream.range(0, 3).mapToObj(before -> {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = (before * 8 + 5) / 6;
            int to = shifted.length * 8 / 6;
            return encoder.encodeToString(shifted).substring(from, to).getBytes(US_ASCII);
        });
    }

    private static String escaped(String text, String format) {
        return text.chars()
                .mapToObj(letter -> letter > LAST_ASCII ? format.formatted(letter) : Character.toString(letter))
                .collect(Collectors.joining());
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
