package org.sprechstunde.local.output;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Standard output, divided by thread: on Lambda every function has its own, here they share a JVM.
 * A thread, and those that it starts, may have its lines go to a listener instead of the terminal.
 */
public final class RoutedOutput extends OutputStream {
    private static final InheritableThreadLocal<@Nullable Consumer<String>> LISTENER = new InheritableThreadLocal<>();

    private final PrintStream terminal;
    private final ThreadLocal<ByteArrayOutputStream> line = ThreadLocal.withInitial(ByteArrayOutputStream::new);

    private RoutedOutput(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Runs {@code work} with everything that it prints going to {@code listener}, line by line. */
    public static <T> T listening(Consumer<String> listener, Callable<T> work) throws Exception {
        install();
        Consumer<String> before = LISTENER.get();
        LISTENER.set(listener);
        try {
            return work.call();
        } finally {
            LISTENER.set(before);
        }
    }

    private static synchronized void install() {
        if (!(System.out instanceof Routed)) {
            System.setOut(new Routed(new RoutedOutput(System.out)));
        }
    }

    /** Marks our own stream, so that it is installed once. */
    private static final class Routed extends PrintStream {
        Routed(RoutedOutput output) {
            super(output, true, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Consumer<String> listener = LISTENER.get();
        if (listener == null) {
            terminal.write(bytes, offset, length);
            return;
        }
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i], listener);
        }
    }

    private void write(byte octet, Consumer<String> listener) {
        ByteArrayOutputStream buffer = line.get();
        if (octet != '\n') {
            buffer.write(octet);
            return;
        }
        String complete = buffer.toString(StandardCharsets.UTF_8);
        buffer.reset();
        // What the listener itself prints is for the terminal.
        LISTENER.remove();
        try {
            listener.accept(complete);
        } finally {
            LISTENER.set(listener);
        }
    }

    @Override
    public void flush() {
        if (LISTENER.get() == null) {
            terminal.flush();
        }
    }
}
