package org.sprechstunde.acceptance.hunt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Somewhere that something could have been left.
 *
 * @param name for the report, such as "table"
 */
record Place(String name, Supplier<Stream<Chunk>> chunks) {

    /** Some bytes and where exactly they were; the searcher hides a {@code where} that is a leak itself. */
    record Chunk(String where, byte[] bytes) {
        static Chunk of(String where, String text) {
            return new Chunk(where, text.getBytes(UTF_8));
        }
    }
}
