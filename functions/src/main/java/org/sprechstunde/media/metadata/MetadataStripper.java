package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.media.metadata.CleanedStream.Range;
import org.sprechstunde.media.metadata.CleanedStream.Remains;

/**
 * Blanks what a file tells of place, time, device and person; what can be seen and heard stays. What is cleaned is decided
 * by how the file is built, whatever it is called and whether it can be shown.
 *
 * <p>These parsers are ours because libraries of the field want the whole file, on a disk or in memory, and most only read.
 */
public final class MetadataStripper {
    private MetadataStripper() {}

    /**
     * The {@code file}, as long as before. It fails only if reading {@code file} fails.
     *
     * @param head its first bytes, which are in {@code file} as well
     * @param hidden what an earlier reading has found too late
     */
    public static CleanedStream of(InputStream file, byte[] head, List<Range> hidden) {
        Optional<BlockFormat> format = format(Bytes.text(head, 0, head.length));
        return format.<CleanedStream>map(its -> new BlockRewriter(file, its, hidden))
                .orElseGet(() -> new Untouched(file, tellsNothing(head) ? Remains.NOTHING : Remains.PERHAPS));
    }

    private static Optional<BlockFormat> format(String head) {
        int picture = pictureBehindNothing(head);
        if (picture >= 0) {
            return Optional.of(new Jpeg(picture));
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(new Png());
        }
        if (head.startsWith("RIFF")) {
            return Optional.of(head.startsWith("WEBP", 8) ? new Webp() : new Riff());
        }
        if (head.startsWith("GIF8")) {
            return Optional.of(new Gif());
        }
        if (head.startsWith("\u001aE\u00df\u00a3")) {
            return Optional.of(new Matroska());
        }
        if (head.startsWith("OggS")) {
            return Optional.of(new Ogg());
        }
        if (IsoMedia.begins(head)) {
            return Optional.of(new IsoMedia());
        }
        return head.startsWith("ID3") || isMpegAudio(head) ? Optional.of(new Mp3()) : Optional.empty();
    }

    /** Where a JPEG begins, if there is nothing before it but bytes that mean nothing; else -1. */
    private static int pictureBehindNothing(String head) {
        int at = 0;
        while (at < head.length() && "\0\t\n\r ".indexOf(head.charAt(at)) >= 0) {
            at++;
        }
        return head.startsWith("\u00ff\u00d8\u00ff", at) ? at : -1;
    }

    /** Bare MPEG audio, which may have a tag at its end: eleven set bits, then a layer. */
    private static boolean isMpegAudio(String head) {
        return head.length() > 1
                && head.charAt(0) == 0xff
                && (head.charAt(1) & 0xe0) == 0xe0
                && (head.charAt(1) & 0x06) != 0;
    }

    /** Bare sound, in formats that have no place for anything else. */
    private static boolean tellsNothing(byte[] head) {
        boolean aac = head.length > 1 && head[0] == (byte) 0xff && (head[1] & 0xf6) == 0xf0;
        return aac || Bytes.startsWith(head, "#!AMR") || head.length == 0;
    }

    /** A file that passes as it is. */
    private static final class Untouched extends CleanedStream {
        private final InputStream file;
        private final Remains remains;

        Untouched(InputStream file, Remains remains) {
            this.file = file;
            this.remains = remains;
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return file.read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        @Override
        public Remains remains() {
            return remains;
        }
    }
}
