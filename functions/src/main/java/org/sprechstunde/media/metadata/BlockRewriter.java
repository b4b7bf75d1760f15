package org.sprechstunde.media.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A file that is rewritten while it is read: what comes out is exactly as long as what goes in. */
final class BlockRewriter extends CleanedStream {
    /** As much can be looked at before it is let go. */
    static final int WINDOW = 1 << 16;

    /** More than any file has left. */
    static final long REST = Long.MAX_VALUE;

    /** More of them no camera writes, and whoever writes them wants to fill our memory. */
    private static final int MOST_RANGES = 100_000;

    private static final byte[] NOTHING = {};

    private final PushbackInputStream in;
    private final BlockFormat format;
    private int held;
    private byte[] ready = NOTHING;
    private int given;
    private long left;
    private boolean blank;
    private boolean ended;
    private long position;
    private boolean unsure;
    private final NavigableMap<Long, Long> concealed = new TreeMap<>();
    private final List<Range> tooLate = new ArrayList<>();

    /** {@code concealed} is what is known to be blanked before anything has been read. */
    BlockRewriter(InputStream in, BlockFormat format, List<Range> concealed) {
        this.in = new PushbackInputStream(in, WINDOW);
        this.format = format;
        concealed.forEach(range -> this.concealed.put(range.from(), range.length()));
    }

    /** How far the file has been let go. */
    long position() {
        return position;
    }

    /** {@code length} bytes become zeros, wherever in the file they are. */
    void conceal(long from, long length) {
        Long known = concealed.get(from);
        if (length <= 0 || from < 0 || (known != null && known >= length)) {
            return;
        }
        if (concealed.size() >= MOST_RANGES) {
            leaveUnsure();
            return;
        }
        concealed.put(from, length);
        if (from < position) {
            tooLate.add(new Range(from, length));
        }
    }

    /** Something is built so that nobody can say what it tells. */
    void leaveUnsure() {
        unsure = true;
    }

    @Override
    public Remains remains() {
        return new Remains(unsure, List.copyOf(tooLate));
    }

    /** Takes the next {@code count} bytes; fewer only at the end of the file. */
    byte[] take(int count) throws IOException {
        byte[] taken = in.readNBytes(count);
        held += taken.length;
        ended = taken.length < count;
        return taken;
    }

    /** Lets go of {@code bytes}, once for each {@link BlockFormat#next}. */
    void give(byte[] bytes) {
        held = 0;
        ready = bytes;
        given = 0;
    }

    /** Lets go of the first {@code count} of {@code taken}; the others are to be taken again. */
    void giveOnly(int count, byte[] taken) throws IOException {
        in.unread(taken, count, taken.length - count);
        ended = ended && count == taken.length;
        give(Arrays.copyOf(taken, count));
    }

    /** After what was given, the next {@code count} bytes stay as they are. */
    void pass(long count) {
        left = count;
        blank = false;
    }

    /** After what was given, the next {@code count} bytes become zeros. */
    void blank(long count) {
        left = count;
        blank = true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? Byte.toUnsignedInt(one[0]) : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == ready.length && left == 0 && !ended) {
            next();
        }
        int read = given < ready.length ? readReady(buffer, offset, length) : readOn(buffer, offset, length);
        if (read > 0) {
            conceal(buffer, offset, read);
            position += read;
        }
        return read;
    }

    /** What a file does to its format's parser keeps nobody from the file: all but this block passes as it is, and may tell. */
    private void next() throws IOException {
        try {
            format.next(this);
        } catch (RuntimeException e) {
            leaveUnsure();
            give(new byte[ready.length - given + held]);
            pass(REST);
        }
    }

    /** No two of them overlap in a file that is whole; in one that is not, nothing is lost that anybody sees. */
    private void conceal(byte[] buffer, int offset, int read) {
        Long first = concealed.floorKey(position);
        for (Map.Entry<Long, Long> range : concealed
                .subMap(first == null ? position : first, true, position + read, false)
                .entrySet()) {
            long from = Math.max(range.getKey(), position);
            long until = Math.min(range.getKey() + range.getValue(), position + read);
            if (from < until) {
                int at = offset + (int) (from - position);
                Arrays.fill(buffer, at, at + (int) (until - from), (byte) 0);
            }
        }
    }

    private int readReady(byte[] buffer, int offset, int length) {
        int count = Math.min(length, ready.length - given);
        System.arraycopy(ready, given, buffer, offset, count);
        given += count;
        return count;
    }

    private int readOn(byte[] buffer, int offset, int length) throws IOException {
        int read = ended ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
        if (read < 0) {
            ended = true;
            return -1;
        }
        left -= read;
        if (blank) {
            Arrays.fill(buffer, offset, offset + read, (byte) 0);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
