package org.sprechstunde.media.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/** The one thing in a camera's notes without which a picture lies on its side. */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final int SMALLEST = HEADER + 2 + ENTRY + 4;

    private Exif() {}

    /** Notes as long as {@code notes}, which start with the byte order, with the orientation or nothing in them. */
    static byte[] onlyOrientation(byte[] notes) {
        OptionalInt orientation = notes.length < SMALLEST ? OptionalInt.empty() : orientation(notes);
        byte[] kept = new byte[notes.length];
        orientation.ifPresent(value -> ByteBuffer.wrap(kept)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(HEADER)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) value));
        return kept;
    }

    private static OptionalInt orientation(byte[] notes) {
        ByteBuffer tiff =
                ByteBuffer.wrap(notes).order(notes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = Integer.toUnsignedLong(tiff.getInt(4));
        if (directory > notes.length - 2) {
            return OptionalInt.empty();
        }
        int entries = Short.toUnsignedInt(tiff.getShort((int) directory));
        int first = (int) directory + 2;
        for (int at = first; at < first + entries * ENTRY && at <= notes.length - ENTRY; at += ENTRY) {
            if (tiff.getShort(at) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                int value = tiff.getShort(at + 8);
                return value > UPRIGHT && value <= LAST ? OptionalInt.of(value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }
}
