package org.sprechstunde.enquiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Those who are here still, but for {@code me}. */
    public List<Present> besides(Person me, Instant now) {
        return all.stream()
                .filter(present -> !present.person().is(me) && present.lasts(now))
                .toList();
    }

    /** What is to be written down because of what somebody does now; nothing if that is known and fresh. */
    public Optional<Presence> with(Present now) {
        Optional<Present> before =
                all.stream().filter(each -> each.person().is(now.person())).findFirst();
        boolean isKnown = before.map(its -> its.doing() == now.doing()
                        && (now.doing() == Doing.LEFT
                                || now.since().isBefore(its.since().plus(SAID_AGAIN))))
                .orElse(now.doing() == Doing.LEFT);
        if (isKnown) {
            return Optional.empty();
        }
        Stream<Present> mine = now.doing() == Doing.LEFT ? Stream.empty() : Stream.of(now);
        return Optional.of(new Presence(Stream.concat(mine, besides(now.person(), now.since()).stream())
                .limit(MOST)
                .toList()));
    }
}
