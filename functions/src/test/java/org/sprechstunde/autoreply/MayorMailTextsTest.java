package org.sprechstunde.autoreply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sprechstunde.platform.TextFile;

class MayorMailTextsTest {
    private final TextFile textFile = TextFile.load("mayor");

    @ParameterizedTest
    @EnumSource(MayorNotice.class)
    void aSubjectIsOneThatSnsTakes(MayorNotice notice) {
        assertThat(textFile.get(notice.word() + ".subject")).matches("[!-~][ -~]{0,98}");
    }

    @ParameterizedTest
    @EnumSource(MayorNotice.class)
    void aMailLeadsToThePage(MayorNotice notice) {
        assertThat(textFile.get(notice.word() + ".body")).contains("{page}", "{town}");
    }
}
