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
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.crypto.DataKey;
import org.sprechstunde.crypto.SealedStream;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.MessageContent;
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

    /** The file is in the bucket; {@code bytes} is the length of the plain file. */
    record Stored(long bytes, FileType type) implements Result {}

    record Lost(MediaFile.Problem problem) implements Result {}

    /** Not now; {@code code} is WhatsApp's or HTTP's, if it gave one. */
    record Later(OptionalLong code) implements Result {
        Later() {
            this(OptionalLong.empty());
        }
    }

    /** WhatsApp says that there is no such file; it may change its mind when a permission is mended. */
    record Missing(OptionalLong code) implements Result {}

    Result run(MessageContent.Attachment file, Target target) {
        return switch (whatsApp.lookUp(file.mediaId())) {
            case MediaLocation.Missing(OptionalLong code) -> new Missing(code);
            case MediaLocation.Unavailable(OptionalLong code) -> new Later(code);
            case MediaLocation.Found(URI address, OptionalLong bytes) -> {
                if (bytes.isEmpty()) {
                    yield new Later();
                }
                yield bytes.getAsLong() > LARGEST
                        ? new Lost(MediaFile.Problem.TOO_LARGE)
                        : stream(new Source(address, bytes.getAsLong(), file.sha256()), target);
            }
        };
    }

    private record Source(URI address, long bytes, Optional<String> sha256) {}

    private Result stream(Source source, Target target) {
        try (var download = whatsApp.download(source.address())) {
            if (download.status() != OK) {
                return new Later(OptionalLong.of(download.status()));
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            InputStream body = new GuardedStream.InTime(
                    download.body(), clock, clock.instant().plus(LONGEST));
            InputStream whole = new GuardedStream.ExactLength(new DigestInputStream(body, digest), source.bytes());
            Arrival plain = Arrival.of(whole);
            media.put(target.name(), SealedStream.of(plain.bytes(), target.key(), target.name(), random));
            return isAsAnnounced(digest.digest(), source)
                    ? new Stored(source.bytes(), plain.type())
                    : discarded(target);
        } catch (IOException | SdkException e) {
            return new Later();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** The file as it comes: what it is by its first bytes, and all of its bytes but for those that name place and device. */
    private record Arrival(FileType type, InputStream bytes) {

        /** Reads the first bytes of {@code file}, which must not be read any more elsewhere. */
        static Arrival of(InputStream file) throws IOException {
            byte[] head = file.readNBytes(FileType.HEAD);
            FileType type = FileType.of(head);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), file);
            return new Arrival(type, MetadataStripper.of(whole, type));
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
