package org.sprechstunde.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "👍",
                "❤️",
                "❤",
                "😂",
                "👍🏽",
                "🙏🏿",
                "🇩🇪",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "🏳️‍🌈",
                "🏴‍☠️",
                "👨‍👩‍👧‍👦",
                "👩🏻‍❤️‍💋‍👩🏿",
                "👁️‍🗨️",
                "🧑🏽‍🦯‍➡️",
                "1️⃣",
                "#️⃣",
                "☎️",
                "✌🏼",
                "🐻‍❄️",
                "❤️‍🔥"
            })
    void oneEmojiHoweverItIsBuilt(String text) {
        assertThat(Emoji.parse(text)).hasValue(new Emoji(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "1",
                "#",
                "*",
                "ä",
                "👍👍",
                "👍 ",
                " 👍",
                "👍x",
                "x👍",
                "👍\n",
                "\uFE0F",
                "\u200D",
                "🏽",
                "🇩",
                "🇩🇪🇩",
                "👍\u200D",
                "\u200D👍",
                "1️",
                "\uD83D",
                "👍\u0301",
                "👍\u202E",
                "<script>",
                "👨‍👩‍👧‍👦‍👦‍👦"
            })
    void wordsAndMoreThanOneAreNone(String text) {
        assertThat(Emoji.parse(text)).isEmpty();
    }

    @Test
    void allThatUnicodeCallsAnEmojiAndStandsAloneIsOne() {
        int[] emoji = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(Character::isEmoji)
                .filter(symbol -> !Character.isEmojiModifier(symbol))
                .filter(symbol -> symbol < 0x1F1E6 || symbol > 0x1F1FF)
                .toArray();

        assertThat(emoji).hasSizeGreaterThan(1300);
        assertThat(Arrays.stream(emoji).mapToObj(Character::toString))
                .allMatch(text -> Emoji.parse(text).isPresent());
    }

    @Test
    void nobodyJoinsWithoutEnd() {
        assertThat(Emoji.parse("👍" + "\u200D👍".repeat(100_000))).isEmpty();
        assertThat(Emoji.parse("🏴" + "\uDB40\uDC67".repeat(100_000) + "\uDB40\uDC7F"))
                .isEmpty();
    }

    @Test
    void whatIsNoneCannotBecomeOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Emoji("Danke"))
                .withMessage("not one emoji");
    }
}
