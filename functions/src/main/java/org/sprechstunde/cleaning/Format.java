package org.sprechstunde.cleaning;

import java.io.IOException;

/** How files of one format are built. An object walks through one file. */
interface Format {

    /**
     * Says what becomes of the next block. Everything taken from {@code file} is given back at the same length;
     * whatever is odd about the file, this neither fails nor takes more than a {@link Rewriter#WINDOW} at once.
     */
    void next(Rewriter file) throws IOException;
}
