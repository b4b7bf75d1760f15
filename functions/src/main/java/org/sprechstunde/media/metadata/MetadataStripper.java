package org.sprechstunde.media.metadata;

import java.io.InputStream;
import org.sprechstunde.enquiry.FileType;

/** Blanks what a file tells of place, time, device and person; what can be seen and heard stays. */
public final class MetadataStripper {
    private MetadataStripper() {}

    /** The {@code file} of this type, as long as before. It fails only if reading {@code file} fails. */
    public static InputStream of(InputStream file, FileType type) {
        return switch (type) {
            case JPEG -> new BlockRewriter(file, new Jpeg());
            case PNG -> new BlockRewriter(file, new Png());
            case WEBP -> new BlockRewriter(file, new Webp());
            case MP4, MP4_AUDIO, MP4_MOBILE, QUICKTIME -> new BlockRewriter(file, new Mp4());
            case OGG, AAC, MP3, AMR, PDF, OTHER -> file;
        };
    }
}
