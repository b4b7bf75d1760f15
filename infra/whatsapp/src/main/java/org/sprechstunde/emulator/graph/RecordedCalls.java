package org.sprechstunde.emulator.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the town called, the latest calls only. */
public final class RecordedCalls {
    private static final int KEPT = 20_000;

    private final Deque<RecordedCall> calls = new ArrayDeque<>();

    synchronized void add(RecordedCall call) {
        calls.add(call);
        if (calls.size() > KEPT) {
            calls.remove();
        }
    }

    public synchronized List<RecordedCall> all() {
        return List.copyOf(calls);
    }
}
