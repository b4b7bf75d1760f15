package org.sprechstunde.enquiry;

import static org.sprechstunde.enquiry.FailureReason.Alarm.SENDING_BLOCKED;
import static org.sprechstunde.enquiry.FailureReason.Alarm.TEMPLATE_STOPPED;
import static org.sprechstunde.enquiry.FailureReason.NextTry.FRESH_TOKEN;
import static org.sprechstunde.enquiry.FailureReason.NextTry.ONCE;
import static org.sprechstunde.enquiry.FailureReason.NextTry.PATIENT;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Why WhatsApp did not deliver, by its error code: the code decides, never the HTTP status. The page has a sentence
 * for each. {@code error-codes.csv} beside the test has every code and what follows from it.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">Codes</a>
 */
public enum FailureReason {
    /** The citizen's last message is older than a day. */
    WINDOW_CLOSED,
    /** No WhatsApp, an old version, terms not accepted. */
    UNREACHABLE,
    /** To this citizen, in a short time. */
    TOO_FAST(PATIENT),
    /** The town's limits, or an outage: the same message may pass later. */
    BUSY(PATIENT),
    /** WhatsApp's judgement of what people want to receive. */
    HELD_BACK,
    OPTED_OUT,
    EXPERIMENT,
    TOKEN(FRESH_TOKEN, SENDING_BLOCKED),
    PERMISSION(SENDING_BLOCKED),
    ACCOUNT_LOCKED(SENDING_BLOCKED),
    PAYMENT(SENDING_BLOCKED),
    /** The number is gone, not registered, or its display name or certificate was refused. */
    NUMBER(SENDING_BLOCKED),
    /** WhatsApp does not understand what we sent. */
    OUR_MISTAKE(SENDING_BLOCKED),
    /** WhatsApp knows no such template, has stopped it, or has it with other gaps. */
    TEMPLATE(TEMPLATE_STOPPED),
    /** The town writes to itself, or to somebody who is not on the list of a test number. */
    WRONG_RECIPIENT,
    /** The number may belong to somebody else by now. */
    IDENTITY_CHANGED,
    /** WhatsApp keeps nothing for this town, and what could not be delivered at once is lost. */
    LOST,
    FILE_UNREADABLE,
    /** WhatsApp could not take this one file; other systems saw it pass the second time. */
    FILE_REFUSED(ONCE),
    NOT_AVAILABLE,
    OTHER;

    /** Whether the same is sent once more. */
    public enum NextTry {
        NONE,
        /** At once, and then no more. */
        ONCE,
        /** After growing waits: it passes by itself. */
        PATIENT,
        /** At once, with the token fetched again. */
        FRESH_TOKEN
    }

    /** What rings, for the admin. */
    public enum Alarm {
        NONE,
        /** No answer goes out until something is done. */
        SENDING_BLOCKED,
        /** No answer goes out after 24 hours' silence until something is done. */
        TEMPLATE_STOPPED
    }

    private final NextTry nextTry;
    private final Alarm alarm;

    FailureReason() {
        this(NextTry.NONE, Alarm.NONE);
    }

    FailureReason(NextTry nextTry) {
        this(nextTry, Alarm.NONE);
    }

    FailureReason(Alarm alarm) {
        this(NextTry.NONE, alarm);
    }

    FailureReason(NextTry nextTry, Alarm alarm) {
        this.nextTry = nextTry;
        this.alarm = alarm;
    }

    /** What {@code code} says; another code, or none, is a reason of its own. */
    public static FailureReason of(OptionalLong code) {
        return code.isPresent() ? of(Math.toIntExact(code.getAsLong())) : OTHER;
    }

    private static FailureReason of(int code) {
        return switch (code) {
            case 131_047 -> WINDOW_CLOSED;
            case 131_026 -> UNREACHABLE;
            case 131_056 -> TOO_FAST;
            case 1, 2, 4, 17, 429, 613, 80_007, 80_008, 130_429, 131_000, 131_016, 131_057, 133_004 -> BUSY;
            case 131_048, 131_049 -> HELD_BACK;
            case 131_050 -> OPTED_OUT;
            case 130_472 -> EXPERIMENT;
            case 0, 190 -> TOKEN;
            case 3, 10, 131_005 -> PERMISSION;
            case 368, 130_497, 131_031 -> ACCOUNT_LOCKED;
            case 131_042 -> PAYMENT;
            case 33, 131_037, 131_045, 133_000, 133_010, 133_015 -> NUMBER;
            case 100, 131_008, 131_009, 131_051, 131_055, 135_000 -> OUR_MISTAKE;
            case 132_000, 132_001, 132_005, 132_007, 132_012, 132_015, 132_016 -> TEMPLATE;
            case 131_021, 131_030 -> WRONG_RECIPIENT;
            case 137_000 -> IDENTITY_CHANGED;
            case 131_035, 131_036 -> LOST;
            case 131_052 -> FILE_UNREADABLE;
            case 131_053 -> FILE_REFUSED;
            case 131_060, 131_062, 131_063, 131_064, 139_200 -> NOT_AVAILABLE;
            default -> code >= 200 && code <= 299 ? PERMISSION : OTHER;
        };
    }

    public NextTry nextTry() {
        return nextTry;
    }

    public Alarm alarm() {
        return alarm;
    }

    /** As the API writes it, such as {@code window-closed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
