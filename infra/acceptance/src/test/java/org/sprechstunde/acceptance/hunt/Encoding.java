package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The spellings that software gives to bytes without meaning to hide them, and the hashes that hide little. */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum Encoding {
    AS_IS(needles(Stream::of)),
    UPPER_CASE(needles(Spelling.text(text -> text.toUpperCase(Locale.ROOT), UTF_8))),
    LOWER_CASE(needles(Spelling.text(text -> text.toLowerCase(Locale.ROOT), UTF_8))),
    LATIN_1(needles(Spelling.text(text -> text, ISO_8859_1))),
    UTF_16_LITTLE(needles(Spelling.text(text -> text, UTF_16LE))),
    UTF_16_BIG(needles(Spelling.text(text -> text, UTF_16BE))),
    BASE64(needles(Spelling::base64)),
    BASE64URL(needles(Spelling::base64Url)),
    BASE64_OF_UTF_16(
            needles(bytes -> Spelling.text(text -> text, UTF_16LE).apply(bytes).flatMap(Spelling::base64))),
    HEX(needles(Spelling.ascii(HexFormat.of()::formatHex))),
    HEX_UPPER(needles(Spelling.ascii(HexFormat.of().withUpperCase()::formatHex))),
    HEX_OF_UTF_16(needles(bytes ->
            Spelling.text(text -> text, UTF_16LE).apply(bytes).flatMap(Spelling.ascii(HexFormat.of()::formatHex)))),
    PERCENT(needles(Spelling.text(Spelling::percent, US_ASCII))),
    PERCENT_LOWER(needles(Spelling.text(text -> Spelling.lowerHex(Spelling.percent(text)), US_ASCII))),
    PERCENT_TWICE(needles(Spelling.text(text -> Spelling.percent(Spelling.percent(text)), US_ASCII))),
    PERCENT_EVERY_BYTE(needles(Spelling.ascii(HexFormat.of().withPrefix("%").withUpperCase()::formatHex))),
    JSON_ESCAPED(needles(Spelling.text(Spelling::jsonEscaped, US_ASCII))),
    JSON_ESCAPED_UPPER(needles(Spelling.text(Spelling::jsonEscapedUpper, US_ASCII))),
    HTML_ESCAPED(needles(Spelling.text(Spelling::htmlEscaped, US_ASCII))),
    SHA_256(wholes(Spelling.hash("SHA-256"))),
    SHA_256_HEX(wholes(bytes -> Spelling.hash("SHA-256").apply(bytes).flatMap(HEX::spell))),
    SHA_256_HEX_UPPER(wholes(bytes -> Spelling.hash("SHA-256").apply(bytes).flatMap(HEX_UPPER::spell))),
    SHA_256_BASE64(wholes(bytes -> Spelling.hash("SHA-256").apply(bytes).flatMap(BASE64::spell))),
    SHA_256_BASE64URL(wholes(bytes -> Spelling.hash("SHA-256").apply(bytes).flatMap(BASE64URL::spell))),
    MD5(wholes(Spelling.hash("MD5"))),
    MD5_HEX(wholes(bytes -> Spelling.hash("MD5").apply(bytes).flatMap(HEX::spell))),
    MD5_HEX_UPPER(wholes(bytes -> Spelling.hash("MD5").apply(bytes).flatMap(HEX_UPPER::spell))),
    MD5_BASE64(wholes(bytes -> Spelling.hash("MD5").apply(bytes).flatMap(BASE64::spell))),
    MD5_BASE64URL(wholes(bytes -> Spelling.hash("MD5").apply(bytes).flatMap(BASE64URL::spell)));

    private final Source source;

    /** What is spelled, and how. */
    private record Source(boolean whole, Function<byte[], Stream<byte[]>> spelling) {}

    Encoding(Source source) {
        this.source = source;
    }

    /** All byte sequences that this form of {@code canary} can be. */
    Stream<byte[]> of(Canary canary) {
        return (source.whole() ? canary.wholes() : canary.needles()).stream().flatMap(source.spelling());
    }

    /** This form of any bytes. */
    private Stream<byte[]> spell(byte[] bytes) {
        return source.spelling().apply(bytes);
    }

    private static Source needles(Function<byte[], Stream<byte[]>> spelling) {
        return new Source(false, spelling);
    }

    private static Source wholes(Function<byte[], Stream<byte[]>> spelling) {
        return new Source(true, spelling);
    }
}
