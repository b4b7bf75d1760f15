package org.sprechstunde.platform;

/**
 * What leaves a handler when its environment is broken. Lambda logs message and trace of what leaves
 * a handler, so this carries neither the cause nor its words: the class of the cause must do.
 */
public final class HandlerFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private HandlerFailure(String causeClass) {
        super(causeClass, null, false, false);
    }

    /** Logs where {@code cause} happened and returns what may leave the handler in its place. */
    public static HandlerFailure of(Throwable cause) {
        if (cause instanceof HandlerFailure failure) {
            return failure;
        }
        Log.event(LogEvent.FAILED, LogField.cause(cause));
        return new HandlerFailure(cause.getClass().getSimpleName());
    }
}
