package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Who of the town hall has an enquiry open at this moment. */
public record Presence(List<Present> all) {
    public static final Presence NOBODY = new Presence(List.of());

    /** While it is open, it is said again so often. */
    private static final Duration SAID_AGAIN = Duration.ofSeconds(10);

    /** Twice as long, and the page's own pause of 5 seconds: whoever says no more has gone. */
    private static final Duration LASTS = Duration.ofSeconds(25);

    private static final int MOST = 20;

    public Presence {
        all = List.copyOf(all);
    }

    /** What somebody does with it. */
    public enum Doing {
        READING,
        WRITING,
        LEFT
    }

    /** Somebody, who said at {@code since} what they do. */
    public record Present(Person person, Doing doing, Instant since) {
        private boolean lasts(Instant now) {
            return doing != Doing.LEFT && now.isBefore(since.plus(LASTS));
        }
    }

    /** Those who are here still, but for whoever has this id. */
    public List<Present> besides(String me, Instant now) {
        return all.stream()
                .filter(present -> !present.person().id().equals(me) && present.lasts(now))
                .toList();
    }

    /** Whether it need not be written down that somebody does this now: it is known, and fresh. */
    public boolean knows(String me, Doing doing, Instant now) {
        return all.stream()
                .filter(each -> each.person().id().equals(me))
                .findFirst()
                .map(its -> its.doing() == doing && now.isBefore(its.since().plus(SAID_AGAIN)))
                .orElse(doing == Doing.LEFT);
    }

    /** The same, with what somebody does now; who has gone is in it no more. */
    public Presence with(Present now) {
        Stream<Present> mine = now.doing() == Doing.LEFT ? Stream.empty() : Stream.of(now);
        List<Present> others = besides(now.person().id(), now.since());
        return new Presence(Stream.concat(mine, others.stream()).limit(MOST).toList());
    }
}
