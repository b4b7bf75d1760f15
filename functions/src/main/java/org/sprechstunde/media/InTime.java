package org.sprechstunde.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;

/** A stream that still trickles when its time is over is an error; silence is the HTTP client's to notice. */
final class InTime extends GuardedStream {
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
