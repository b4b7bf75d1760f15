package org.sprechstunde.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A stream that looks at each block as it is read, and at every byte by that one way. */
abstract sealed class GuardedStream extends FilterInputStream {
    private GuardedStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? Byte.toUnsignedInt(one[0]) : -1;
    }

    @Override
    public abstract int read(byte[] buffer, int offset, int length) throws IOException;

    @Override
    public final boolean markSupported() {
        return false;
    }

    /** A stream that breaks off early, or goes on too long, is an error and not a shorter file. */
    static final class ExactLength extends GuardedStream {
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

    /** A stream that still trickles when its time is over is an error; silence is the HTTP client's to notice. */
    static final class InTime extends GuardedStream {
        private final Clock clock;
        private final Instant end;

        InTime(InputStream in, Clock clock, Instant end) {
            super(in);
            this.clock = clock;
            this.end = end;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (clock.instant().isAfter(end)) {
                throw new IOException("the file takes too long");
            }
            return in.read(buffer, offset, length);
        }
    }
}
