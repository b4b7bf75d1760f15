package org.sprechstunde.webhook.keyword;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.KeywordMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.webhook.keyword.KeywordHandler.Trace;

/** Free words cost the town money: each is answered once in a while, and all of them so often in a day. */
final class KeywordBounds {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final DailyUse dailyUse;

    KeywordBounds(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = services.platform().clock();
        this.dailyUse = DailyUse.of(services);
    }

    enum Bound {
        /** It is to be answered now, and counted. */
        FREE,
        ANSWERED_JUST_NOW,
        USED_UP_TODAY
    }

    /** The mark of what {@code word} names, said in {@code enquiry} or while none was open. */
    KeywordMark mark(Trace trace, String word, Optional<RandomId> enquiry) {
        String about = enquiry.map(RandomId::value).orElse("");
        return new KeywordMark(Pseudonyms.current(secrets).keyword(trace.citizen(), word, about), enquiry);
    }

    /** The mark of a tap on the button of {@code enquiry}, which is whatever somebody has sent: it is hashed, and no more. */
    KeywordMark ofTap(Trace trace, RandomId enquiry) {
        String hmac = Pseudonyms.current(secrets).keyword(trace.citizen(), "tap", enquiry.value());
        return new KeywordMark(hmac, Optional.empty());
    }

    Bound take(KeywordMark mark, Trace trace) {
        if (!table.update(mark.answered(trace.seen(), clock.instant()))) {
            return Bound.ANSWERED_JUST_NOW;
        }
        return dailyUse.take(trace.citizen(), DailyUse.Kind.AUTO_REPLY) ? Bound.FREE : Bound.USED_UP_TODAY;
    }
}
