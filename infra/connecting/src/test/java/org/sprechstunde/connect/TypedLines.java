package org.sprechstunde.connect;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.function.Supplier;

/** What the admin types, a line at a time; each line is made up only when it is asked for. */
final class TypedLines extends InputStream {
    private final Queue<Supplier<String>> lines = new ArrayDeque<>();
    private byte[] rest = {};

    static TypedLines of(String... lines) {
        TypedLines typedLines = new TypedLines();
        Arrays.stream(lines).forEach(typedLines::then);
        return typedLines;
    }

    TypedLines then(String line) {
        return then(() -> line);
    }

    TypedLines then(Supplier<String> line) {
        lines.add(line);
        return this;
    }

    boolean areAllUsed() {
        return lines.isEmpty();
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (rest.length == 0) {
            Supplier<String> next = lines.poll();
            if (next == null) {
                return -1;
            }
            rest = (next.get() + "\n").getBytes(StandardCharsets.UTF_8);
        }
        int count = Math.min(length, rest.length);
        System.arraycopy(rest, 0, buffer, offset, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }
}
