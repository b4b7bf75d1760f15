package org.sprechstunde.enquiry;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the forget task remembers of an erasure, for the receipt: counts, times and WhatsApp's answers,
 * nothing personal.
 *
 * @param unreadableSince when the key was destroyed
 * @param erasedAt when both stores were looked at again and found empty
 * @param logged what its line in the log of erasures begins with; empty where the town keeps none
 */
public record ErasureRecord(
        Instant unreadableSince,
        Optional<Instant> erasedAt,
        Extent extent,
        Farewell farewell,
        Optional<Logged> logged) {

    /** Why an enquiry was erased, as the log of erasures tells it and the town counts it. */
    public enum Cause {
        /** The mayor has settled it. */
        MAYOR,
        /** Its citizen wished it. */
        CITIZEN,
        /** Its time was over. */
        EXPIRY;

        /** Such as {@code mayor}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code code} is the keyed hash of what the citizen was told, or would have been. */
    public record Logged(String code, Cause cause) {}

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
        return new ErasureRecord(now, Optional.empty(), extent, Farewell.UNKNOWN, Optional.empty());
    }

    /** The same, of an enquiry with these messages. */
    public static ErasureRecord begun(Instant now, List<Message> messages) {
        return begun(now, Extent.of(messages));
    }

    /** An erasure that nobody asked for and nobody is told of: of what expired, or was left over. */
    public static ErasureRecord silent(Instant now) {
        return new ErasureRecord(now, Optional.empty(), Extent.UNKNOWN, Farewell.SKIPPED, Optional.empty());
    }

    public ErasureRecord completed(Instant now) {
        return new ErasureRecord(unreadableSince, erasedAt.or(() -> Optional.of(now)), extent, farewell, logged);
    }

    public ErasureRecord answered(Farewell answers) {
        return new ErasureRecord(unreadableSince, erasedAt, extent, answers, logged);
    }

    /** The same, with a line in the log of erasures to come. */
    public ErasureRecord loggedAs(Optional<Logged> log) {
        return new ErasureRecord(unreadableSince, erasedAt, extent, farewell, log);
    }
}
