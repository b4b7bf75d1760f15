package org.sprechstunde.autoreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.platform.TextFile;

class MayorMailTextsTest {
    private final TextFile textFile = TextFile.load("mayor");

    @ParameterizedTest
    @EnumSource(MayorMail.Notice.class)
    void aSubjectIsOneThatSnsTakes(MayorMail.Notice notice) {
        assertThat(textFile.get(notice.word() + ".subject")).matches("[!-~][ -~]{0,98}");
    }

    @ParameterizedTest
    @EnumSource(MayorMail.Notice.class)
    void aMailLeadsToThePage(MayorMail.Notice notice) {
        assertThat(textFile.get(notice.word() + ".body")).contains("{page}", "{town}");
    }
}
