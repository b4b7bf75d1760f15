package org.sprechstunde.media.metadata;

import java.io.InputStream;
import java.util.List;

/** A file as it is cleaned while it is read, as long as before; once it has been read, what it may still tell. */
public abstract class CleanedStream extends InputStream {

    /** Bytes of a file: {@code from} its beginning. */
    public record Range(long from, long length) {}

    /**
     * What is left once the file has been read.
     *
     * @param mayTell its format, or this file of it, keeps place and device where nobody finds them for certain
     * @param hidden told only after it had gone past: who reads the file once more must name it beforehand
     */
    public record Remains(boolean mayTell, List<Range> hidden) {
        static final Remains NOTHING = new Remains(false, List.of());
        static final Remains PERHAPS = new Remains(true, List.of());
    }

    public abstract Remains remains();
}
