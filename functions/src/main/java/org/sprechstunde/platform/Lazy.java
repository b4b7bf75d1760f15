package org.sprechstunde.platform;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is built when somebody first needs it, and once: much of what a function can do, most starts do not need. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> factory;
    private volatile @Nullable T built;

    public Lazy(Supplier<T> factory) {
        this.factory = factory;
    }

    @Override
    public T get() {
        T known = built;
        return known != null ? known : build();
    }

    private synchronized T build() {
        T value = built;
        if (value == null) {
            value = factory.get();
            built = value;
        }
        return value;
    }
}
