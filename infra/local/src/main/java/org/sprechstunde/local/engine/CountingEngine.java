package org.sprechstunde.local.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.sprechstunde.local.template.FunctionSpec;

/** Another engine whose invocations are counted by function, as a bill does. */
public final class CountingEngine implements Engine {
    private final Engine engine;
    private final Map<String, Long> invocations = new ConcurrentHashMap<>();

    public CountingEngine(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Outcome invoke(FunctionSpec function, byte[] event) {
        invocations.merge(function.logicalId(), 1L, Long::sum);
        return engine.invoke(function, event);
    }

    /** How often each function was called so far. */
    public Map<String, Long> invocations() {
        return new TreeMap<>(invocations);
    }

    @Override
    public void close() {
        engine.close();
    }
}
