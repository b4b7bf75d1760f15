package org.sprechstunde.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is cut inside of what people see as one character. */
final class GraphemesTest {
    private static final int MOST = 160;
    private static final String MARK = "\u0301";

    @ParameterizedTest
    @ValueSource(strings = {"🙂", "👍🏽", "🇩🇪", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "e\u0301", "\r\n", "ก็", "한", "1️⃣"})
    void whatIsOneSignStaysWholeOrGoesWhole(String sign) {
        for (int before = MOST - sign.length() - 1; before <= MOST; before++) {
            String letters = "a".repeat(before);

            String cut = Graphemes.beginning(letters + sign + sign.repeat(40), MOST);

            assertThat(cut).startsWith(letters).hasSizeLessThanOrEqualTo(MOST);
            assertThat(cut.substring(before).replace(sign, "")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"🙂", "👍🏽", "🇩🇪", "👨‍👩‍👧‍👦", "e\u0301"})
    void theEndOfATextBeginsWithAWholeSign(String sign) {
        for (int after = MOST - sign.length() - 1; after <= MOST; after++) {
            String letters = "a".repeat(after);

            String cut = Graphemes.end(sign.repeat(40) + sign + letters, MOST);

            assertThat(cut).endsWith(letters).hasSizeLessThanOrEqualTo(MOST);
            assertThat(cut.substring(0, cut.length() - after).replace(sign, "")).isEmpty();
        }
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Graphemes.beginning("🙂", 2)).isEqualTo("🙂");
        assertThat(Graphemes.end("🙂", 2)).isEqualTo("🙂");
        assertThat(Graphemes.beginning("", 0)).isEmpty();
    }

    /** Marks upon marks are no sign that anybody reads, and must not make a text vanish. */
    @Test
    void anEndlessSignIsCutNevertheless() {
        String endless = "a" + MARK.repeat(1_000);

        assertThat(Graphemes.beginning(endless, MOST)).isEqualTo("a" + MARK.repeat(MOST - 1));
        assertThat(Graphemes.end(endless, MOST)).isEqualTo(MARK.repeat(MOST));
    }

    @Test
    void halfAnEmojiIsNeverLeft() {
        String joined = "👩‍".repeat(500);

        for (int most = 1; most < MOST; most++) {
            assertThat(isWhole(Graphemes.beginning(joined, most))).isTrue();
            assertThat(isWhole(Graphemes.end(joined, most))).isTrue();
        }
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
