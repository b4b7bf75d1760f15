package org.sprechstunde.platform;

/**
 * What leaves a handler when its environment is broken. Lambda logs message and trace of what leaves
 * a handler, so this carries neither the cause nor its words: the class of the cause must do.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Failure(String causeClass) {
        super(causeClass, null, false, false);
    }

    /** Logs where {@code cause} happened and returns what may leave the handler in its place. */
    public static Failure of(Throwable cause) {
        if (cause instanceof Failure failure) {
            return failure;
        }
        Log.event(Event.FAILED, Detail.cause(cause));
        return new Failure(cause.getClass().getSimpleName());
    }
}
