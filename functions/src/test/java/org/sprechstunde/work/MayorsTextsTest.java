package org.sprechstunde.work;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.platform.Texts;

class MayorsTextsTest {
    private final Texts texts = Texts.load("mayor");

    @ParameterizedTest
    @EnumSource(Notice.class)
    void aSubjectIsOneThatSnsTakes(Notice notice) {
        assertThat(texts.get(notice.word() + ".subject")).matches("[!-~][ -~]{0,98}");
    }

    @ParameterizedTest
    @EnumSource(Notice.class)
    void aMailLeadsToThePage(Notice notice) {
        assertThat(texts.get(notice.word() + ".body")).contains("{page}", "{town}");
    }
}
