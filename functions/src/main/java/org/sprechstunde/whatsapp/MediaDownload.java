package org.sprechstunde.whatsapp;

import software.amazon.awssdk.http.AbortableInputStream;

/** A file that is about to be read. Closing ends the connection, however much of it is left. */
public record MediaDownload(int status, AbortableInputStream body) implements AutoCloseable {
    @Override
    public void close() {
        body.abort();
    }
}
