package org.sprechstunde.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads and writes what Jackson's mapper does, and refuses what it refuses. */
final class TreeCodecTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "true",
                "0",
                "-0",
                "2147483648",
                "9223372036854775808",
                "1.5e300",
                "1e400",
                "-0.0",
                "\"\"",
                "\"\\ud83d\\ude00\"",
                "\"\\ud83d\"",
                "\"\u0000\"",
                "\"\\u0000\"",
                "{}",
                "[]",
                "[[[]]]",
                "{\"a\":1,\"a\":2}",
                "{\"\":{\"b\":[null,1.0]}}",
                "[1,]",
                "[1 2]",
                "{\"a\"}",
                "{a:1}",
                "1 2",
                "{}{}",
                "{",
                "]",
                "NaN",
                "'a'",
                "// a\n1",
                "01",
                "tru"
            })
    void aTextIsReadAsAMapperReadsIt(String text) throws IOException {
        same(text.getBytes(UTF_8));
    }

    /** Every byte of a good text changed to every other kind of byte. */
    @Test
    void aBrokenTextIsReadAsAMapperReadsIt() throws IOException {
        byte[] good = "{\"a\":[1,-2.5e3,\"\\u00e4\u00e4\ud83d\ude00\",true,null],\"b\":{\"c\":12345678901234567890}}"
                .getBytes(UTF_8);
        for (int place = 0; place < good.length; place++) {
            for (byte other : "{}[],:\"\\0a-.\u0000 \u00e4".getBytes(UTF_8)) {
                byte[] broken = good.clone();
                broken[place] = other;
                same(broken);
            }
        }
    }

    @Test
    void randomTreesAreReadAndWrittenAlike() throws IOException {
        Random random = new Random(20261129);
        for (int tree = 0; tree < 500; tree++) {
            same(MAPPER.writeValueAsBytes(tree(random, 5)));
        }
    }

    /** Read again they are text, as JSON has no bytes. */
    @Test
    void bytesAreWrittenAlike() throws IOException {
        for (int length = 0; length < 70; length++) {
            JsonNode tree = MAPPER.createObjectNode().put("key", new byte[length]);
            assertThat(TreeCodec.bytes(tree)).isEqualTo(MAPPER.writeValueAsBytes(tree));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1000, 1001, 100_000})
    void depthIsBoundedAsAMapperBoundsIt(int depth) throws IOException {
        same(("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8));
        same(("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)).getBytes(UTF_8));
    }

    @Test
    void whoeverIsStrictTakesNoNameTwice() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> TreeCodec.readStrictly("{\"a\":{\"b\":1,\"b\":1}}".getBytes(UTF_8)));
    }

    private static void same(byte[] text) throws IOException {
        Optional<JsonNode> expected = Optional.empty();
        try {
            expected = Optional.of(MAPPER.readTree(text));
        } catch (IOException _) {
            assertThatExceptionOfType(IOException.class)
                    .as(new String(text, UTF_8))
                    .isThrownBy(() -> TreeCodec.read(text));
        }
        if (expected.isPresent()) {
            JsonNode tree = TreeCodec.read(text);
            assertThat(tree).as(new String(text, UTF_8)).isEqualTo(expected.get());
            assertThat(TreeCodec.bytes(tree)).isEqualTo(MAPPER.writeValueAsBytes(expected.get()));
        }
    }

    private static JsonNode tree(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 6);
        return switch (kind) {
            case 0 -> MAPPER.getNodeFactory().numberNode(random.nextInt());
            case 1 -> MAPPER.getNodeFactory().numberNode(random.nextLong());
            case 2 -> MAPPER.getNodeFactory().numberNode(random.nextGaussian());
            case 3 -> MAPPER.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> MAPPER.getNodeFactory().nullNode();
            case 5 -> MAPPER.getNodeFactory().textNode(text(random));
            case 6 -> {
                var array = MAPPER.createArrayNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    array.add(tree(random, depth - 1));
                }
                yield array;
            }
            default -> {
                var object = MAPPER.createObjectNode();
                for (int i = random.nextInt(5); i > 0; i--) {
                    object.set(text(random), tree(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(12), 1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
