package org.sprechstunde.autoreply.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.platform.CompleteEnvironment;
import org.sprechstunde.platform.Settings;

/** What a town chooses of languages and texts; a choice that there is not is told at once. */
final class TownsChoiceTest {

    @Test
    void whoseLanguageTheTownDoesNotSpeakIsAnsweredInItsFirst() {
        Languages german = languages("de");
        Languages both = languages("en, de");

        assertThat(german.answering(Optional.of(Language.EN))).isEqualTo(Language.DE);
        assertThat(both.answering(Optional.of(Language.DE))).isEqualTo(Language.DE);
        assertThat(both.answering(Optional.empty())).isEqualTo(Language.EN);
    }

    @Test
    void easyGermanIsGermanInOtherWords() {
        Languages easy = languages("de-simple,tr");

        assertThat(easy.answering(Optional.of(Language.DE))).isEqualTo(Language.DE);
        assertThat(easy.answering(Optional.empty())).isEqualTo(Language.DE);
        assertThat(easy.answering(Optional.of(Language.TR))).isEqualTo(Language.TR);
        assertThat(easy.offered()).containsEntry(Language.DE, "de-simple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it", "de,", "de;en", "DE", "en-simple"})
    void aLanguageThatThereIsNotIsAnErrorThatNamesThoseThatAre(String languages) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> languages(languages))
                .withMessageContaining("CITIZEN_LANGUAGES")
                .withMessageContaining("de,en");
    }

    @Test
    void everyTextCanBeSwitchedOffByItsWordButTheNumbersForAnEmergency() {
        for (AutoReply text : EnumSet.complementOf(EnumSet.of(AutoReply.EMERGENCY))) {
            DisabledAutoReplies off = switchedOff(text.word());

            assertThat(off.texts()).containsExactly(text);
        }
        assertThat(switchedOff("greeting, farewell").texts())
                .containsExactlyInAnyOrder(AutoReply.GREETING, AutoReply.FAREWELL);
        assertThat(switchedOff("").texts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"emergency", "welcome", "greeting;farewell", "greeting,", "GREETING"})
    void aTextThatThereIsNotIsAnErrorThatNamesThoseThatAre(String words) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> switchedOff(words))
                .withMessageContaining("SWITCHED_OFF_TEXTS")
                .withMessageContaining("greeting, outside-hours, window-closes, unreadable, too-large, file-again,"
                        + " too-many-files, farewell, erased, thanks, group-declined");
    }

    private static Languages languages(String languages) {
        return Languages.of(with("CITIZEN_LANGUAGES", languages));
    }

    private static DisabledAutoReplies switchedOff(String words) {
        return DisabledAutoReplies.of(with("SWITCHED_OFF_TEXTS", words));
    }

    private static Settings with(String name, String value) {
        return CompleteEnvironment.with(Map.of(name, value));
    }
}
