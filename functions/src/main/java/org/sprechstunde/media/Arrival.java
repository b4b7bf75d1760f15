package org.sprechstunde.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.sprechstunde.enquiry.FileType;
import org.sprechstunde.media.metadata.MetadataStripper;

/** A file on its way in: what it is by its first bytes, and as many bytes as it has, but for place and device. */
record Arrival(FileType type, InputStream bytes) {

    /** Reads the first bytes of {@code file}, which must not be read any more elsewhere. */
    static Arrival of(InputStream file) throws IOException {
        byte[] head = file.readNBytes(FileType.HEAD);
        FileType type = FileType.of(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), file);
        return new Arrival(type, MetadataStripper.of(whole, type));
    }
}
