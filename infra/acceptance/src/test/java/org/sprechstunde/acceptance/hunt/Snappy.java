package org.sprechstunde.acceptance.hunt;

/** Unpacks Snappy's block format, as google/snappy's format_description.txt has it. */
final class Snappy {
    private final byte[] in;
    private int at;

    private Snappy(byte[] in) {
        this.in = in;
    }

    /** The bytes that {@code packed} stands for. */
    static byte[] unpack(byte[] packed) {
        return new Snappy(packed).unpack();
    }

    private byte[] unpack() {
        byte[] out = new byte[length()];
        int filled = 0;
        while (at < in.length) {
            int tag = next();
            filled = switch (tag & 3) {
                case 0 -> literal(out, filled, tag >> 2);
                case 1 -> copy(out, filled, 4 + ((tag >> 2) & 7), ((tag >> 5) << 8) | next());
                case 2 -> copy(out, filled, 1 + (tag >> 2), little(2));
                default -> copy(out, filled, 1 + (tag >> 2), little(4));
            };
        }
        return out;
    }

    private int literal(byte[] out, int filled, int code) {
        int length = 1 + (code < 60 ? code : little(code - 59));
        System.arraycopy(in, at, out, filled, length);
        at += length;
        return filled + length;
    }

    /** Byte by byte: a copy may reach into itself. */
    private static int copy(byte[] out, int filled, int length, int back) {
        for (int i = filled; i < filled + length; i++) {
            out[i] = out[i - back];
        }
        return filled + length;
    }

    private int length() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = next();
            value |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
    }

    private int little(int octets) {
        int value = 0;
        for (int i = 0; i < octets; i++) {
            value |= next() << (8 * i);
        }
        return value;
    }

    private int next() {
        return in[at++] & 0xff;
    }
}
