package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the forget task remembers of an erasure, for the receipt: counts, times and WhatsApp's answers,
 * nothing personal.
 *
 * @param unreadableSince when the key was destroyed
 * @param erasedAt when both stores were looked at again and found empty
 */
public record ErasureRecord(Instant unreadableSince, Optional<Instant> erasedAt, Extent extent, Farewell farewell) {

    /** How much there was: messages, files and their plain bytes. */
    public record Extent(long messages, long media, long bytes) {
        public static final Extent UNKNOWN = new Extent(0, 0, 0);

        static Extent of(List<Message> messages) {
            List<MediaFile> stored = messages.stream()
                    .flatMap(message -> message.file().stream())
                    .filter(file -> file.state() == MediaFile.State.STORED)
                    .toList();
            long bytes = stored.stream().mapToLong(MediaFile::bytes).sum();
            return new Extent(messages.size(), stored.size(), bytes);
        }
    }

    /** What WhatsApp answered once the key was destroyed. */
    public record Farewell(BestEffort message, BestEffort contactBook, BestEffort media) {
        public static final Farewell UNKNOWN = new Farewell(BestEffort.UNKNOWN, BestEffort.UNKNOWN, BestEffort.UNKNOWN);
        public static final Farewell SKIPPED = new Farewell(BestEffort.SKIPPED, BestEffort.SKIPPED, BestEffort.SKIPPED);
    }

    /** An erasure that begins now; what WhatsApp says of it is not known yet. */
    public static ErasureRecord begun(Instant now, Extent extent) {
        return new ErasureRecord(now, Optional.empty(), extent, Farewell.UNKNOWN);
    }

    /** The same, of an enquiry with these messages. */
    public static ErasureRecord begun(Instant now, List<Message> messages) {
        return begun(now, Extent.of(messages));
    }

    /** An erasure that nobody asked for and nobody is told of: of what expired, or was left over. */
    public static ErasureRecord silent(Instant now) {
        return new ErasureRecord(now, Optional.empty(), Extent.UNKNOWN, Farewell.SKIPPED);
    }

    public ErasureRecord completed(Instant now) {
        return new ErasureRecord(unreadableSince, erasedAt.or(() -> Optional.of(now)), extent, farewell);
    }

    public ErasureRecord answered(Farewell answers) {
        return new ErasureRecord(unreadableSince, erasedAt, extent, answers);
    }
}
