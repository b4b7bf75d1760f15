package org.sprechstunde.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;

/**
 * What one citizen can make the town pay for in a day: counts under a keyed hash that holds the day as well, so that
 * nothing of it says whose they are, and on the next day it is another.
 */
public final class DailyUse {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;

    /** What is counted, and how much of it a day has. */
    public enum Kind {
        /** The numbers to call, whatever else was said today. */
        EMERGENCY(1),
        /** Something that the town says by itself: WhatsApp bills each. */
        AUTO_REPLY(20),
        /** A file of up to 100 MB that is fetched and kept. */
        FILE(100);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    public static DailyUse of(Services services) {
        return services.once(DailyUse.class, DailyUse::new);
    }

    private DailyUse(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = services.platform().clock();
    }

    /** Whether there is one more for {@code citizen}, a keyed hash, who has then had it. */
    public boolean take(String citizen, Kind kind) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Instant over = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean isLeft = table.update(new Update(
                item(citizen, day),
                "SET expiresAt = :over ADD #kind :one",
                "attribute_not_exists(#kind) OR #kind < :most",
                Map.of("#kind", kind.name()),
                Map.of(
                        ":over", Attributes.seconds(over),
                        ":one", Attributes.of(1),
                        ":most", Attributes.of(kind.most))));
        if (!isLeft) {
            Log.event(LogEvent.DAILY_LIMIT_REACHED, LogField.what(kind));
        }
        return isLeft;
    }

    /** {@code citizen} has not had it after all, and may have it yet. */
    public void giveBack(String citizen, Kind kind) {
        table.update(new Update(
                item(citizen, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                "ADD #kind :less",
                "#kind > :none",
                Map.of("#kind", kind.name()),
                Map.of(":less", Attributes.of(-1), ":none", Attributes.of(0))));
    }

    private ItemKey item(String citizen, LocalDate day) {
        return ItemKey.seen(Pseudonyms.current(secrets).day(citizen, day));
    }
}
