package org.sprechstunde.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
        return once(Secrets.class, _ -> platform.secrets());
    }

    /** What is there already, or what the factory makes of these services and is kept for all who ask later. */
    public <T> T once(Class<T> type, Function<Services, T> factory) {
        T known = known(type);
        if (known != null) {
            return known;
        }
        T first = factory.apply(this);
        built.put(type, first);
        return first;
    }

    /** What has been built, if anybody has asked for it. */
    public <T> @Nullable T known(Class<T> type) {
        return type.cast(built.get(type));
    }
}
