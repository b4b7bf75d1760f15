package org.sprechstunde.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sprechstunde.platform.CompleteEnvironment;

/** The prepared replies read well with a name and without one. */
final class CannedRepliesTest {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REPLY = 4096;

    @Test
    void thereAreADozenEachWithATitleOfItsOwn() {
        Set<String> titles = new HashSet<>();

        CannedReplies.of(CompleteEnvironment.with(Map.of())).forEach(reply -> {
            String title = reply.path("title").asText();
            assertThat(title).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE);
            assertThat(titles.add(title)).as(title).isTrue();
        });

        assertThat(titles).hasSizeGreaterThanOrEqualTo(12);
    }

    /** What somebody calls themselves on WhatsApp may be anything, and no way for a town hall to greet them. */
    @Test
    void townAndHoursAreFilledInAndNobodyIsGreetedByANickname() {
        var settings = CompleteEnvironment.with(
                Map.of("TOWN", "T".repeat(100), "TOWN_HALL_HOURS", "immer dienstags, " + "h".repeat(180)));
        StringBuilder all = new StringBuilder();

        CannedReplies.of(settings).forEach(reply -> {
            String text = reply.path("text").asText();
            all.append(text);
            assertThat(text).isNotBlank().doesNotContain("{", "}");
            assertThat(text.length() + LONGEST_NAME).isLessThanOrEqualTo(LONGEST_REPLY);
        });

        assertThat(all).contains("immer dienstags");
    }
}
