package org.sprechstunde.emulator.graph;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sprechstunde.emulator.web.Body;

/** The files that a town may send, and what Meta takes of each. */
enum MediaRules {
    IMAGE(5 * Unit.MB, "image/jpeg image/png"),
    VIDEO(16 * Unit.MB, "video/mp4 video/3gpp"),
    AUDIO(16 * Unit.MB, "audio/aac audio/amr audio/mpeg audio/mp4 audio/ogg"),
    STICKER(500 * Unit.KB, "image/webp"),
    DOCUMENT(100 * Unit.MB, """
        text/plain application/pdf \
        application/msword application/vnd.ms-excel application/vnd.ms-powerpoint \
        application/vnd.openxmlformats-officedocument.wordprocessingml.document \
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet \
        application/vnd.openxmlformats-officedocument.presentationml.presentation\
        """);

    private static final int LONGEST_STILL_STICKER = 100 * Unit.KB;

    private final int most;
    private final String types;

    MediaRules(int most, String types) {
        this.most = most;
        this.types = types;
    }

    /** The kind that {@code word} names in a message, such as {@code image}. */
    static Optional<MediaRules> of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    /** True if a file of some kind may be like this. */
    static boolean isAny(Body body) {
        return Arrays.stream(values()).anyMatch(kind -> kind.takes(body));
    }

    /** True if type, size and first bytes are right. */
    boolean takes(Body body) {
        boolean known = List.of(types.split(" ", 0))
                .contains(body.type().replaceFirst(";.*", "").strip());
        return known && body.length() > 0 && body.length() <= most(body) && isWhatItSays(body);
    }

    private int most(Body body) {
        return this == STICKER && !body.isAnimated() ? LONGEST_STILL_STICKER : most;
    }

    private static boolean isWhatItSays(Body body) {
        return switch (body.type()) {
            case "image/jpeg" -> body.has(0, "\u00FF\u00D8\u00FF");
            case "image/png" -> body.has(0, "\u0089PNG\r\n\u001A\n");
            case "image/webp" -> body.has(0, "RIFF") && body.has(8, "WEBP");
            case "application/pdf" -> body.has(0, "%PDF-");
            default -> true;
        };
    }

    private static final class Unit {
        static final int KB = 1024;
        static final int MB = 1024 * KB;
    }
}
