package org.sprechstunde.emulator.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files, in memory only: Meta's copies, which expire and can be deleted, and the phones', which stay. */
public final class MediaShelf {
    private static final Duration FROM_CITIZEN = Duration.ofDays(7);
    private static final Duration FROM_TOWN = Duration.ofDays(30);
    private static final long FIRST_ID = 1_200_000_000_000_000L;

    private final Map<String, Media> atMeta = new ConcurrentHashMap<>();
    private final Map<String, Attachment> onPhones = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(FIRST_ID);
    private final Clock clock;

    public MediaShelf(Clock clock) {
        this.clock = clock;
    }

    public Media fromCitizen(Attachment attachment) {
        return put(attachment, FROM_CITIZEN);
    }

    public Media fromTown(Attachment attachment) {
        return put(attachment, FROM_TOWN);
    }

    /** The file as long as Meta has it. */
    public Optional<Media> atMeta(String id) {
        return Optional.ofNullable(atMeta.get(id))
                .filter(media -> clock.instant().isBefore(media.until()));
    }

    /** The file on the phones, whatever the town has deleted at Meta. */
    public Optional<Attachment> onPhone(String id) {
        return Optional.ofNullable(onPhones.get(id));
    }

    /** Removes Meta's copy; false where there was none. */
    public boolean delete(String id) {
        return atMeta.remove(id) != null;
    }

    private Media put(Attachment attachment, Duration life) {
        String id = Long.toString(nextId.incrementAndGet());
        Media media = new Media(id, attachment, clock.instant().plus(life));
        atMeta.put(id, media);
        onPhones.put(id, attachment);
        return media;
    }
}
