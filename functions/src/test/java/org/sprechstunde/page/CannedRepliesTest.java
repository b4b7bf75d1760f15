package org.sprechstunde.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The prepared replies are short, can be told apart, and greet nobody by a nickname. */
final class CannedRepliesTest {
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    @Test
    void thereAreADozenEachWithATitleOfItsOwn() {
        Set<String> titles = new HashSet<>();

        CannedReplies.all().forEach(reply -> {
            String title = reply.path("title").asText();
            assertThat(title).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TITLE);
            assertThat(titles.add(title)).as(title).isTrue();
            assertThat(reply.path("text").asText()).isNotBlank().hasSizeLessThanOrEqualTo(LONGEST_TEXT);
        });

        assertThat(titles).hasSizeBetween(12, 50);
    }

    /** What somebody calls themselves on WhatsApp may be anything, and no way for a town hall to greet them. */
    @Test
    void onlyTheTownItsHoursAndTheDayHavePlaces() {
        Set<String> places = new HashSet<>();

        CannedReplies.all()
                .forEach(reply -> PLACE.matcher(reply.path("text").asText())
                        .results()
                        .map(MatchResult::group)
                        .forEach(places::add));

        assertThat(places).isNotEmpty().isSubsetOf("{stadt}", "{zeiten}", "{datum}");
    }
}
