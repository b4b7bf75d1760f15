package org.sprechstunde.enquiry;

import java.util.Arrays;
import java.util.Optional;

/** The files that the mayor may attach, and how much of each WhatsApp takes. */
public enum AttachmentType {
    JPEG("image/jpeg", FileType.JPEG, 5 << 20),
    PNG("image/png", FileType.PNG, 5 << 20),
    PDF("application/pdf", FileType.PDF, 100 << 20);

    private final String mimeType;
    private final FileType fileType;
    private final int most;

    AttachmentType(String mimeType, FileType fileType, int most) {
        this.mimeType = mimeType;
        this.fileType = fileType;
        this.most = most;
    }

    public static Optional<AttachmentType> of(String mimeType) {
        return Arrays.stream(values())
                .filter(type -> type.mimeType.equals(mimeType))
                .findFirst();
    }

    public String mimeType() {
        return mimeType;
    }

    public FileType fileType() {
        return fileType;
    }

    /** The length of the longest that may be sent, in bytes. */
    public int most() {
        return most;
    }

    /** Whether {@code file} is what it is said to be, by its first bytes. */
    public boolean is(byte[] file) {
        return FileType.of(Arrays.copyOf(file, Math.min(file.length, FileType.HEAD))) == fileType;
    }
}
