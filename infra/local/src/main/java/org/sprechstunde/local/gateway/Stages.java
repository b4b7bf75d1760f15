package org.sprechstunde.local.gateway;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The stages of the API: the public one at its root, every other below its name. */
public final class Stages {
    static final String PUBLIC = "$default";

    private final Set<String> named = ConcurrentHashMap.newKeySet();

    /** False if there is one of this name. */
    public boolean add(String name) {
        return named.add(name);
    }

    /** False if there is none of this name. */
    public boolean remove(String name) {
        return named.remove(name);
    }

    /** All but the public one. */
    public Set<String> named() {
        return Set.copyOf(named);
    }

    /** Which stage takes a request for {@code path}. */
    String of(String path) {
        return named.stream()
                .filter(name -> path.equals("/" + name) || path.startsWith("/" + name + "/"))
                .findFirst()
                .orElse(PUBLIC);
    }
}
