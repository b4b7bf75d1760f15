package org.sprechstunde.emulator.chat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Download addresses, each good for five minutes. */
public final class MediaUrls {
    public static final String PATH = "/whatsapp_business/attachments";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private record Pass(String mediaId, Instant until) {}

    private final Map<String, Pass> passes = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    public MediaUrls(Clock clock) {
        this.clock = clock;
    }

    /** A new address below {@code base} for the file. */
    public String url(String base, Media media) {
        passes.values().removeIf(pass -> clock.instant().isAfter(pass.until().plus(LIFE)));
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String hash = HexFormat.of().formatHex(bytes);
        Instant until = clock.instant().plus(LIFE);
        passes.put(hash, new Pass(media.id(), until));
        return base + PATH + "?mid=" + media.id() + "&ext=" + until.getEpochSecond() + "&hash=" + hash;
    }

    /** The file that the address stands for, unless it is unknown or has expired. */
    public Optional<String> mediaId(String hash) {
        return Optional.ofNullable(passes.get(hash))
                .filter(pass -> clock.instant().isBefore(pass.until()))
                .map(Pass::mediaId);
    }
}
