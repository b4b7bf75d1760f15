package org.sprechstunde.store;

import org.sprechstunde.platform.Platform;

/** Table and bucket, built once for a function. */
public record Stores(Table table, MediaBucket media) {
    public static Stores of(Platform platform) {
        return new Stores(Table.of(platform), MediaBucket.of(platform));
    }
}
