package org.sprechstunde.local.output;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What the functions logged, kept in memory: the newest lines only, as a town may run for days. */
public final class FunctionLog {
    private static final int KEPT = 20_000;

    private final Deque<Line> lines = new ArrayDeque<>();
    private final Consumer<Line> listener;

    /** One line of one function. */
    public record Line(String function, String text) {}

    public FunctionLog(Consumer<Line> listener) {
        this.listener = listener;
    }

    public void add(String function, String text) {
        Line line = new Line(function, text);
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > KEPT) {
                lines.removeFirst();
            }
        }
        listener.accept(line);
    }

    /** The lines kept, oldest first. */
    public List<Line> lines() {
        synchronized (lines) {
            return new ArrayList<>(lines);
        }
    }
}
