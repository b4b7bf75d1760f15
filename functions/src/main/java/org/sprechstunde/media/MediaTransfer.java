package org.sprechstunde.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedStream;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.media.metadata.CleanedStream;
import org.sprechstunde.media.metadata.CleanedStream.Range;
import org.sprechstunde.media.metadata.CleanedStream.Remains;
import org.sprechstunde.media.metadata.MetadataStripper;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.whatsapp.MediaHash;
import org.sprechstunde.whatsapp.MediaLocation;
import org.sprechstunde.whatsapp.WhatsAppClient;
import software.amazon.awssdk.core.exception.SdkException;

/** One attempt to stream a file from WhatsApp through the cipher into the bucket, in constant memory. */
final class MediaTransfer {
    private static final long LARGEST = 100L * 1024 * 1024;
    private static final int OK = 200;

    /** All tries together stay below the functions' time and the claim on the task. */
    private static final Duration LONGEST = Duration.ofSeconds(80);

    private final WhatsAppClient whatsApp;
    private final MediaBucket media;
    private final SecureRandom random;
    private final Clock clock;

    MediaTransfer(Services services) {
        this.whatsApp = WhatsAppClient.of(services);
        this.media = MediaBucket.of(services);
        this.random = services.platform().random();
        this.clock = services.platform().clock();
    }

    record Target(String name, DataKey key) {}

    sealed interface Result {
        default boolean isWorthAnotherTry() {
            return this instanceof Later
                    || (this instanceof Lost(MediaFile.Problem problem) && problem == MediaFile.Problem.HASH);
        }
    }

    /** The file is in the bucket; {@code bytes} is the length of the plain file, which may still tell place and device. */
    record Stored(long bytes, FileType type, boolean mayTell) implements Result {}

    record Lost(MediaFile.Problem problem) implements Result {}

    /** Not now; {@code code} is WhatsApp's or HTTP's, if it gave one. */
    record Later(OptionalLong code) implements Result {
        Later() {
            this(OptionalLong.empty());
        }
    }

    /** WhatsApp says that there is no such file; it may change its mind when a permission is mended. */
    record Missing(OptionalLong code) implements Result {}

    /** One reading, and what it found too late to blank it: many a film says only at its end what is in it. */
    private record Reading(Result result, List<Range> hidden) {
        Reading(Result result) {
            this(result, List.of());
        }
    }

    Result run(MessageContent.Attachment file, Target target) {
        Reading first = read(file, target, List.of());
        if (first.hidden().isEmpty()) {
            return first.result();
        }
        media.delete(target.name());
        return read(file, target, first.hidden()).result();
    }

    private Reading read(MessageContent.Attachment file, Target target, List<Range> hidden) {
        return switch (whatsApp.lookUp(file.mediaId())) {
            case MediaLocation.Missing(OptionalLong code) -> new Reading(new Missing(code));
            case MediaLocation.Unavailable(OptionalLong code) -> new Reading(new Later(code));
            case MediaLocation.Found(URI address, OptionalLong bytes) -> {
                if (bytes.isEmpty()) {
                    yield new Reading(new Later());
                }
                yield bytes.getAsLong() > LARGEST
                        ? new Reading(new Lost(MediaFile.Problem.TOO_LARGE))
                        : stream(new Source(address, bytes.getAsLong(), file.sha256(), hidden), target);
            }
        };
    }

    private record Source(URI address, long bytes, Optional<String> sha256, List<Range> hidden) {}

    private Reading stream(Source source, Target target) {
        try (var download = whatsApp.download(source.address())) {
            if (download.status() != OK) {
                return new Reading(new Later(OptionalLong.of(download.status())));
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStream body = new GuardedStream.InTime(
                    download.body(), clock, clock.instant().plus(LONGEST));
            InputStream whole = new GuardedStream.ExactLength(new DigestInputStream(body, digest), source.bytes());
            Arrival plain = Arrival.of(whole, source.hidden());
            media.put(target.name(), SealedStream.of(plain.bytes(), target.key(), target.name(), random));
            return isAsAnnounced(digest.digest(), source) ? arrived(plain, source) : new Reading(discarded(target));
        } catch (IOException | SdkException e) {
            return new Reading(new Later());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static Reading arrived(Arrival plain, Source source) {
        Remains remains = plain.bytes().remains();
        // What a second reading has found anew, a third one might not find either.
        boolean mayTell = remains.mayTell() || !remains.hidden().isEmpty();
        Stored stored = new Stored(source.bytes(), plain.type(), mayTell);
        return new Reading(stored, source.hidden().isEmpty() ? remains.hidden() : List.of());
    }

    /** The file as it comes: what it is by its first bytes, and all of its bytes but for those that name place and device. */
    private record Arrival(FileType type, CleanedStream bytes) {

        /** Reads the first bytes of {@code file}, which must not be read any more elsewhere. */
        static Arrival of(InputStream file, List<Range> hidden) throws IOException {
            byte[] head = file.readNBytes(FileType.HEAD);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), file);
            return new Arrival(FileType.of(head), MetadataStripper.of(whole, head, hidden));
        }
    }

    private Result discarded(Target target) {
        media.delete(target.name());
        return new Lost(MediaFile.Problem.HASH);
    }

    private static boolean isAsAnnounced(byte[] actual, Source source) {
        return source.sha256().stream().allMatch(announced -> new MediaHash(announced).is(actual));
    }
}
