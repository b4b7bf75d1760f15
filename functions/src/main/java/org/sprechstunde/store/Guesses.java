package org.sprechstunde.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.sprechstunde.platform.Services;

/** How many codes were wrong in this hour. All who guess share one count: nobody asks who they are. */
public final class Guesses {
    /** Of 25,600,000,000 codes; with a thousand told in a year, a right one is found in some fifty years of guessing. */
    static final int IN_AN_HOUR = 60;

    private static final Duration COUNTED = Duration.ofHours(2);
    private static final Map<String, String> COUNT = Map.of("#count", "wrong");

    private final Table table;
    private final Clock clock;

    public Guesses(Services services) {
        this.table = Table.of(services);
        this.clock = services.platform().clock();
    }

    /** Whether there is one left, which is used up then. */
    public boolean take() {
        return table.update(new Update(
                ofThisHour(),
                "SET expiresAt = :over ADD #count :one",
                "attribute_not_exists(#count) OR #count < :most",
                COUNT,
                Map.of(
                        ":over", Attributes.seconds(clock.instant().plus(COUNTED)),
                        ":one", Attributes.of(1),
                        ":most", Attributes.of(IN_AN_HOUR))));
    }

    /** It was none after all. */
    public void giveBack() {
        table.update(new Update(
                ofThisHour(),
                "ADD #count :less",
                "#count > :none",
                COUNT,
                Map.of(":less", Attributes.of(-1), ":none", Attributes.of(0))));
    }

    private ItemKey ofThisHour() {
        return ItemKey.guesses(ErasureCodes.hour(clock.instant()).toString());
    }
}
