package org.sprechstunde.media.metadata;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Set;

/** What a film says of one of its tracks: what kind it is, and where in the file its samples are. */
final class IsoTrack {
    /** Boxes that are read whole. */
    static final Set<String> READ = Set.of("hdlr", "stsd", "stsz", "stz2", "stsc", "stco", "co64");

    private static final Set<String> SEEN_OR_HEARD = Set.of("", "vide", "soun", "auxv", "pict", "hint");

    /** From the beginning of a handler's box: what it is, who made it, how it is called. */
    private static final int HANDLER = 8;

    private static final int MAKER = 12;

    /** From the beginning of a sample's description: who made the encoder, how it is called. */
    private static final int VENDOR = 20;

    private static final int ENCODER = 50;
    private static final int ENCODER_LENGTH = 32;
    private static final int ENTRIES = 8;

    private String handler = "";
    private boolean incomplete;
    private byte[] sizes = {};
    private boolean compact;
    private byte[] samplesOfChunks = {};
    private byte[] chunks = {};
    private boolean wide;

    boolean isHidden() {
        return !SEEN_OR_HEARD.contains(handler);
    }

    /** A box that is too long to be read. */
    void miss(String name) {
        incomplete |= READ.contains(name);
    }

    /** What becomes of the {@code content} of a box. */
    byte[] read(String name, byte[] content) {
        switch (name) {
            case "hdlr" -> {
                return handler(content);
            }
            case "stsd" -> {
                return handler.equals("vide") ? withoutMaker(content) : content;
            }
            case "stsz", "stz2" -> {
                sizes = content;
                compact = name.equals("stz2");
            }
            case "stsc" -> samplesOfChunks = content;
            default -> {
                chunks = content;
                wide = name.equals("co64");
            }
        }
        return content;
    }

    private byte[] handler(byte[] content) {
        if (content.length < MAKER) {
            return content;
        }
        if (handler.isEmpty()) {
            handler = Bytes.text(content, HANDLER, 4);
        }
        byte[] kept = content.clone();
        Arrays.fill(kept, MAKER, kept.length, (byte) 0);
        return kept;
    }

    private static byte[] withoutMaker(byte[] content) {
        byte[] kept = content.clone();
        for (int at = ENTRIES; at + ENCODER + ENCODER_LENGTH <= kept.length; ) {
            Arrays.fill(kept, at + VENDOR, at + VENDOR + 4, (byte) 0);
            Arrays.fill(kept, at + ENCODER, at + ENCODER + ENCODER_LENGTH, (byte) 0);
            long size = Bytes.number(kept, at);
            at = size < ENCODER || size > kept.length ? kept.length : at + (int) size;
        }
        return kept;
    }

    /** Blanks the samples, if they are neither seen nor heard. */
    void conceal(BlockRewriter file) {
        if (!isHidden()) {
            return;
        }
        try {
            if (incomplete || compact) {
                file.leaveUnsure();
            } else if (chunks.length > 0) {
                concealChunks(file);
            }
        } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
            file.leaveUnsure();
        }
    }

    private void concealChunks(BlockRewriter file) {
        ByteBuffer offsets = ByteBuffer.wrap(chunks);
        // Flags and count, read and not skipped: whose list ends in them is refused like any that breaks off.
        offsets.getLong();
        ByteBuffer runs = ByteBuffer.wrap(samplesOfChunks);
        ByteBuffer lengths = ByteBuffer.wrap(sizes);
        long same = Integer.toUnsignedLong(lengths.getInt(4));
        int run = -1;
        int runsLeft = runs.getInt(4);
        int sample = 0;
        for (int chunk = 1; offsets.hasRemaining(); chunk++) {
            while (run + 1 < runsLeft && runs.getInt(ENTRIES + 12 * (run + 1)) <= chunk) {
                run++;
            }
            int samples = runs.getInt(ENTRIES + 12 * Math.max(run, 0) + 4);
            long length = same * samples;
            for (int each = 0; same == 0 && each < samples; each++) {
                length += Integer.toUnsignedLong(lengths.getInt(12 + 4 * sample++));
            }
            long from = wide ? offsets.getLong() : Integer.toUnsignedLong(offsets.getInt());
            file.conceal(from, length);
        }
    }
}
