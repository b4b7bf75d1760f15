package org.sprechstunde.platform;

import java.time.Duration;

/**
 * A value that may stand in a log line. Only types that cannot hold personal data become one:
 * there is no way from a string or an exception's message to here.
 */
public final class LogField {
    private final String name;
    private final String value;
    private final boolean number;

    private LogField(String name, String value, boolean number) {
        this.name = name;
        this.value = value;
        this.number = number;
    }

    public static LogField count(long count) {
        return new LogField("count", Long.toString(count), true);
    }

    public static LogField bytes(long bytes) {
        return new LogField("bytes", Long.toString(bytes), true);
    }

    /** An HTTP status or one of WhatsApp's error codes. */
    public static LogField code(long code) {
        return new LogField("code", Long.toString(code), true);
    }

    public static LogField attempt(int attempt) {
        return new LogField("attempt", Integer.toString(attempt), true);
    }

    public static LogField took(Duration duration) {
        return new LogField("ms", Long.toString(duration.toMillis()), true);
    }

    public static LogField enquiry(RandomId id) {
        return new LogField("enquiry", id.value(), false);
    }

    /** Who has logged in. */
    public static LogField login(KeyedHash subject) {
        return new LogField("login", subject.hex(), false);
    }

    public static LogField what(Enum<?> what) {
        return new LogField("what", what.name(), false);
    }

    /** The class of a failure and the line of ours where it showed; never its message. */
    public static LogField cause(Throwable failure) {
        String place = "";
        for (StackTraceElement frame : failure.getStackTrace()) {
            // What stands for a lambda has no lines.
            if (frame.getClassName().startsWith("org.sprechstunde.") && frame.getLineNumber() >= 0) {
                place = " at " + frame.getClassName() + ":" + frame.getLineNumber();
                break;
            }
        }
        return new LogField("cause", failure.getClass().getName() + place, false);
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }

    boolean isNumber() {
        return number;
    }
}
