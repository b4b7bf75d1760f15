package org.sprechstunde.local.meta.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the town called, the latest calls only. */
public final class Calls {
    private static final int KEPT = 20_000;

    private final Deque<Call> calls = new ArrayDeque<>();

    synchronized void add(Call call) {
        calls.add(call);
        if (calls.size() > KEPT) {
            calls.remove();
        }
    }

    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }
}
