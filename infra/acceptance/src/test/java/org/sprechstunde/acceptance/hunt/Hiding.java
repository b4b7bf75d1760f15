package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.sprechstunde.enquiry.FileType;

/** Puts bytes into a file so that it still opens and that they survive {@code media.metadata}, in a block that it keeps. */
final class Hiding {
    private static final int AFTER_START_OF_IMAGE = 2;

    private Hiding() {}

    static byte[] in(byte[] file, byte[] hidden) {
        return switch (FileType.of(Arrays.copyOf(file, FileType.HEAD))) {
            case JPEG ->
                together(
                        Arrays.copyOf(file, AFTER_START_OF_IMAGE),
                        profile(hidden),
                        Arrays.copyOfRange(file, AFTER_START_OF_IMAGE, file.length));
            case WEBP -> together(file, chunk(hidden));
            case MP4 -> together(file, box(hidden));
            case OGG, PDF -> together(file, hidden);
            case PNG, MP4_AUDIO, MP4_MOBILE, QUICKTIME, AAC, MP3, AMR, OTHER ->
                throw new IllegalArgumentException("no such file is in the demonstration");
        };
    }

    /** Part of a colour profile that is none, so nobody applies it. */
    private static byte[] profile(byte[] hidden) {
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(ISO_8859_1);
        short length = (short) (2 + name.length + hidden.length);
        return together(
                ByteBuffer.allocate(4).putShort((short) 0xffe2).putShort(length).array(), name, hidden);
    }

    private static byte[] chunk(byte[] hidden) {
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(hidden.length)
                .array();
        return together("ALPH".getBytes(ISO_8859_1), size, hidden);
    }

    private static byte[] box(byte[] hidden) {
        byte[] size = ByteBuffer.allocate(4).putInt(8 + hidden.length).array();
        return together(size, "mdat".getBytes(ISO_8859_1), hidden);
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
