package org.sprechstunde.store;

import org.sprechstunde.platform.Services;

/** Table and bucket, built once for a function. */
public record Stores(Table table, MediaBucket media) {
    public static Stores of(Services services) {
        return new Stores(Table.of(services), MediaBucket.of(services));
    }
}
