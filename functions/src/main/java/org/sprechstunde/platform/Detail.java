package org.sprechstunde.platform;

import java.time.Duration;

/**
 * A value that may stand in a log line. Only types that cannot hold personal data become one:
 * there is no way from a string or an exception's message to here.
 */
public final class Detail {
    private final String name;
    private final String value;
    private final boolean number;

    private Detail(String name, String value, boolean number) {
        this.name = name;
        this.value = value;
        this.number = number;
    }

    public static Detail count(long count) {
        return new Detail("count", Long.toString(count), true);
    }

    public static Detail bytes(long bytes) {
        return new Detail("bytes", Long.toString(bytes), true);
    }

    /** An HTTP status or one of WhatsApp's error codes. */
    public static Detail code(long code) {
        return new Detail("code", Long.toString(code), true);
    }

    public static Detail attempt(int attempt) {
        return new Detail("attempt", Integer.toString(attempt), true);
    }

    public static Detail took(Duration duration) {
        return new Detail("ms", Long.toString(duration.toMillis()), true);
    }

    public static Detail enquiry(RandomId id) {
        return new Detail("enquiry", id.value(), false);
    }

    public static Detail what(Enum<?> what) {
        return new Detail("what", what.name(), false);
    }

    /** The class of a failure and the line of ours where it showed; never its message. */
    public static Detail cause(Throwable failure) {
        String place = "";
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.sprechstunde.")) {
                place = " at " + frame.getClassName() + ":" + frame.getLineNumber();
                break;
            }
        }
        return new Detail("cause", failure.getClass().getName() + place, false);
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
