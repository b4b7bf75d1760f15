package org.sprechstunde.local;

/** The town cannot start, and the message is the one line that says what to do. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
