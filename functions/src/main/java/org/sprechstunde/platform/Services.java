package org.sprechstunde.platform;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the classes of one function share. Each thing is built when it is first asked for, and once: what is built twice,
 * or for nobody, costs a cold start. What can be shared has a factory {@code of(Services)}.
 * Constructors alone ask, so that it is no matter of threads.
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
        Secrets known = known(Secrets.class);
        return known != null ? known : keep(Secrets.class, platform.secrets());
    }

    /** What was built already, if anybody has asked for it. A factory that is a lambda would cost a class each. */
    public <T> @Nullable T known(Class<T> type) {
        return type.cast(built.get(type));
    }

    /** Keeps what is built first, for all who ask later. */
    public <T> T keep(Class<T> type, T first) {
        built.put(type, first);
        return first;
    }
}
