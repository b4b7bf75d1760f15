package org.sprechstunde.work;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off early, or goes on too long, is an error and not a shorter file. */
final class ExactLength extends FilterInputStream {
    private long left;

    ExactLength(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? Byte.toUnsignedInt(one[0]) : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        left -= Math.max(read, 0);
        if (left < 0 || (read < 0 && left > 0)) {
            throw new IOException("the file has not the length announced");
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
