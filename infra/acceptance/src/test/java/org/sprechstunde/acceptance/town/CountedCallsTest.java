package org.sprechstunde.acceptance.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sprechstunde.acceptance.costs.BilledCalls;
import org.sprechstunde.acceptance.costs.CountedCalls;
import org.sprechstunde.acceptance.costs.CountedCalls.Occasion;
import org.sprechstunde.acceptance.handbook.GeneratedPart;

/** Counts what a typical enquiry makes AWS do, and fails where the handbook's figures are no longer those. */
@OwnTown
@InTown
final class CountedCallsTest {
    private static final int ENQUIRIES = 10;
    private static final int MINUTES = 2;
    private static final int TOLERANCE = 15;

    private final Counting counting;
    private final TypicalDays days;

    CountedCallsTest(TestTown town) {
        this.counting = new Counting(town);
        this.days = new TypicalDays(town, counting);
    }

    @Test
    @Tag("full")
    void theHandbooksCostsStandOnWhatIsCounted() {
        CountedCalls counted = count();

        if (GeneratedPart.writing()) {
            counted.write();
        } else {
            assertThat(counted.dollars())
                    .as("dollars for 1,000 enquiries; if this is what they cost now: infra/handbook/renew")
                    .isCloseTo(CountedCalls.read().dollars(), Percentage.withPercentage(TOLERANCE));
        }
    }

    private CountedCalls count() {
        CountedCalls counted = CountedCalls.nothing();
        days.warmUp();
        counted.put(Occasion.SWEEP, counting.during(days::sweep), 1);
        Map<String, Double> empty = counting.during(days::search);
        counted.put(Occasion.SEARCH, empty, 1);
        Map<String, Double> written = counting.during(() -> days.citizensWrite(ENQUIRIES));
        counted.put(Occasion.OPEN_IN_SEARCH, BilledCalls.more(counting.during(days::search), empty), ENQUIRIES);
        counted.put(Occasion.DESK_MINUTE, counting.during(() -> days.deskMinutes(MINUTES)), MINUTES);
        Map<String, Double> answered = counting.during(days::mayorAnswersAndResolves);
        counted.put(Occasion.ENQUIRY, BilledCalls.sum(written, answered), ENQUIRIES);
        counted.note(Occasion.ENQUIRY, "messages to the citizen", days.messagesToCitizens() / (ENQUIRIES + 1));
        counted.note(Occasion.ENQUIRY, "metrics", counting.metrics());
        counted.put(Occasion.MARKS_IN_SEARCH, BilledCalls.more(counting.during(days::search), empty), ENQUIRIES);
        counted.put(Occasion.VISIT, counting.during(days::visit), 1);
        return counted;
    }
}
