package org.sprechstunde.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.AnswerMarks;
import org.sprechstunde.store.Batches;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.Table;

/** Erases what an unreadable enquiry has left in both stores. Safe to run any number of times, by anyone. */
final class StoreErasure {
    /** Somebody may be waiting for the receipt; what is left after so long is done by the next pass. */
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /** A call of S3, twenty of DynamoDB. */
    private static final int PORTION = 500;

    private final Table table;
    private final AnswerMarks answerMarks;
    private final MediaBucket media;
    private final Clock clock;

    StoreErasure(Services services) {
        this.table = Table.of(services);
        this.answerMarks = new AnswerMarks(table);
        this.media = MediaBucket.of(services);
        this.clock = services.platform().clock();
    }

    /**
     * Objects and marks first, then items: an item is the last pointer to its object and its mark, and must outlive
     * them. Then looks again, because an upload may have ended meanwhile.
     *
     * @return whether both stores were seen empty, but for the forget task itself
     */
    boolean erase(RandomId enquiry) {
        Instant end = clock.instant().plus(LONGEST);
        media.abortUploads(enquiry);
        return erase(media.objectsOf(enquiry), media::delete, end)
                && erase(answerMarks.of(enquiry), table::delete, end)
                && erase(remains(enquiry), table::delete, end)
                && isEmpty(enquiry);
    }

    /** Whether all could be done in time. */
    private <T> boolean erase(List<T> all, Consumer<List<T>> deletion, Instant end) {
        for (List<T> portion : Batches.of(all, PORTION)) {
            if (clock.instant().isAfter(end)) {
                return false;
            }
            deletion.accept(portion);
        }
        return true;
    }

    boolean isEmpty(RandomId enquiry) {
        return media.isEmpty(enquiry) && remains(enquiry).isEmpty();
    }

    private List<ItemKey> remains(RandomId enquiry) {
        return table.keys(ItemKey.partition(enquiry)).stream()
                .filter(keys -> !keys.isForgetTask())
                .toList();
    }
}
