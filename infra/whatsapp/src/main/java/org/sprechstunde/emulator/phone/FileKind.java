package org.sprechstunde.emulator.phone;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of message that are a file. */
public enum FileKind {
    IMAGE,
    VIDEO,
    AUDIO,
    DOCUMENT,
    STICKER;

    /** The kind as WhatsApp writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<FileKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** How a phone sends a file of this type. */
    static FileKind forType(String mimeType) {
        return switch (mimeType.replaceFirst("[;/].*", "")) {
            case "image" -> mimeType.equals("image/jpeg") || mimeType.equals("image/png") ? IMAGE : other(mimeType);
            case "video" -> VIDEO;
            case "audio" -> AUDIO;
            default -> DOCUMENT;
        };
    }

    private static FileKind other(String mimeType) {
        return mimeType.equals("image/webp") ? STICKER : DOCUMENT;
    }
}
