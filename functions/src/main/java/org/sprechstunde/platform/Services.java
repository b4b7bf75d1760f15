package org.sprechstunde.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What the classes of one function share. Each thing is built when it is first asked for, and once: what is built twice,
 * or for nobody, costs a cold start. What can be shared has a factory {@code of(Services)}.
 */
public final class Services {
    private final Platform platform;
    private final Map<Class<?>, Object> built = new HashMap<>();

    public Services(Platform platform) {
        this.platform = platform;
    }

    public Platform platform() {
        return platform;
    }

    public Secrets secrets() {
        return once(Secrets.class, services -> services.platform().secrets());
    }

    /** The one {@code type} of this function; the first to ask has it built. */
    public synchronized <T> T once(Class<T> type, Function<Services, T> build) {
        Object known = built.get(type);
        if (known != null) {
            return type.cast(known);
        }
        T first = build.apply(this);
        built.put(type, first);
        return first;
    }
}
