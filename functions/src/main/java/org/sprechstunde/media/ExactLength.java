package org.sprechstunde.media;

import java.io.IOException;
import java.io.InputStream;

/** A stream that breaks off early, or goes on too long, is an error and not a shorter file. */
final class ExactLength extends GuardedStream {
    private long left;

    ExactLength(InputStream in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        left -= Math.max(read, 0);
        if (left < 0 || (read < 0 && left > 0)) {
            throw new IOException("the file has not the length announced");
        }
        return read;
    }
}
