package org.sprechstunde.media.metadata;

import java.io.IOException;

/** How files of one format are built. An object walks through one file. */
interface BlockFormat {

    /**
     * Says what becomes of the next block. Everything taken from {@code file} is given back at the same length;
     * whatever is odd about the file, this neither fails nor takes more than a {@link BlockRewriter#WINDOW} at once.
     */
    void next(BlockRewriter file) throws IOException;
}
