package org.sprechstunde.enquiry;

import static org.sprechstunde.enquiry.FailureReason.Remedy.ADMIN;
import static org.sprechstunde.enquiry.FailureReason.Remedy.NONE;
import static org.sprechstunde.enquiry.FailureReason.Remedy.PATIENCE;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Why WhatsApp did not deliver, by its error code: the code decides, never the HTTP status. The page has a sentence
 * for each.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">Codes</a>
 */
public enum FailureReason {
    /** The citizen's last message is older than a day. */
    WINDOW_CLOSED(NONE),
    /** No WhatsApp, an old version, terms not accepted. */
    UNREACHABLE(NONE),
    /** To this citizen, in a short time. */
    TOO_FAST(PATIENCE),
    /** The town's limits, or an outage: the same message may pass later. */
    BUSY(PATIENCE),
    /** WhatsApp's judgement of what people want to receive. */
    HELD_BACK(NONE),
    OPTED_OUT(NONE),
    EXPERIMENT(NONE),
    TOKEN(ADMIN),
    PERMISSION(ADMIN),
    ACCOUNT_LOCKED(ADMIN),
    PAYMENT(ADMIN),
    /** The number is gone, not registered, or its display name or certificate was refused. */
    NUMBER(ADMIN),
    /** WhatsApp does not understand what we sent. */
    OUR_MISTAKE(ADMIN),
    /** The town writes to itself, or to somebody who is not on the list of a test number. */
    WRONG_RECIPIENT(NONE),
    /** The number may belong to somebody else by now. */
    IDENTITY_CHANGED(NONE),
    /** WhatsApp keeps nothing for this town, and what could not be delivered at once is lost. */
    LOST(NONE),
    FILE_UNREADABLE(NONE),
    NOT_AVAILABLE(NONE),
    OTHER(NONE);

    /** Whose turn it is. */
    public enum Remedy {
        /** It passes by itself. */
        PATIENCE,
        /** The town's admin must do something, and no answer goes out until then. */
        ADMIN,
        NONE
    }

    private final Remedy remedy;

    FailureReason(Remedy remedy) {
        this.remedy = remedy;
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
            case 1, 2, 4, 80_007, 130_429, 131_000, 131_016, 131_057, 133_004 -> BUSY;
            case 131_048, 131_049 -> HELD_BACK;
            case 131_050 -> OPTED_OUT;
            case 130_472 -> EXPERIMENT;
            case 0, 190 -> TOKEN;
            case 3, 10 -> PERMISSION;
            case 368, 130_497, 131_031 -> ACCOUNT_LOCKED;
            case 131_042 -> PAYMENT;
            case 33, 131_037, 131_045, 133_010 -> NUMBER;
            case 100, 131_008, 131_009, 131_051, 131_053 -> OUR_MISTAKE;
            case 131_021, 131_030 -> WRONG_RECIPIENT;
            case 137_000 -> IDENTITY_CHANGED;
            case 131_035, 131_036 -> LOST;
            case 131_052 -> FILE_UNREADABLE;
            case 131_060, 131_062, 131_063, 131_064, 139_200 -> NOT_AVAILABLE;
            default -> ofRange(code);
        };
    }

    private static FailureReason ofRange(int code) {
        if (code >= 200 && code <= 299) {
            return PERMISSION;
        }
        return code >= 132_000 && code <= 132_016 ? OUR_MISTAKE : OTHER;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** As the API writes it, such as {@code window-closed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
