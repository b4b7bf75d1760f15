package org.sprechstunde.emulator.faults;

import static org.sprechstunde.emulator.faults.FaultPoint.MEDIA_DELETE;
import static org.sprechstunde.emulator.faults.FaultPoint.MEDIA_DOWNLOAD;
import static org.sprechstunde.emulator.faults.FaultPoint.MEDIA_LOOKUP;
import static org.sprechstunde.emulator.faults.FaultPoint.MESSAGES;
import static org.sprechstunde.emulator.faults.FaultPoint.WEBHOOK;

import java.util.Arrays;
import java.util.Locale;

/** The ways in which the emulator can misbehave. */
public enum FaultKind {
    /** The same delivery comes twice in a row. */
    DUPLICATE,
    /** The delivery is overtaken by those behind it. */
    REORDER,
    /** Nothing happens until the wait is over. */
    DELAY,
    /** It has happened, but the answer comes only after the wait. */
    SLOW,
    /** Graph API: 500 and nothing happened. Webhook: the town's answer is lost, so it is delivered again. */
    STATUS_5XX,
    NOT_FOUND,
    WRONG_HASH,
    /** 401, code 190. */
    TOKEN_EXPIRED,
    /** 400, code 130429. */
    RATE_LIMIT,
    /** 400, code 131056. */
    PAIR_LIMIT,
    /** 400 and the fault's code, and nothing happened. */
    REFUSED,
    /** Accepted, then failed with 131047. */
    WINDOW_CLOSED,
    /** Accepted, then failed with the fault's code. */
    FAILED,
    /** It has happened, but all that comes back is a 502 of something in between, without a code. */
    GATEWAY_5XX,
    /** It has happened, but the connection closes without an answer. */
    DROP_AFTER_ACCEPT,
    /** The download breaks off half-way. */
    TRUNCATE,
    /** The look-up says that the file has one byte more than a hundred megabytes. */
    TOO_LARGE,
    /** The look-up says that the file has one byte less than it has. */
    TOO_LONG,
    /** The download is said to be elsewhere, where it really is. */
    REDIRECT,
    BAD_SIGNATURE;

    boolean appliesTo(FaultPoint faultPoint) {
        return switch (this) {
            case DELAY, STATUS_5XX, DROP_AFTER_ACCEPT -> true;
            case DUPLICATE, REORDER, BAD_SIGNATURE -> faultPoint.isWebhook();
            case SLOW, TOKEN_EXPIRED, RATE_LIMIT, REFUSED, GATEWAY_5XX -> !faultPoint.isWebhook();
            case PAIR_LIMIT, WINDOW_CLOSED, FAILED -> faultPoint == MESSAGES;
            case NOT_FOUND -> faultPoint == MEDIA_LOOKUP || faultPoint == MEDIA_DOWNLOAD || faultPoint == MEDIA_DELETE;
            case WRONG_HASH -> faultPoint == MEDIA_LOOKUP || faultPoint == MEDIA_DOWNLOAD || faultPoint == WEBHOOK;
            case TOO_LARGE, TOO_LONG -> faultPoint == MEDIA_LOOKUP;
            case TRUNCATE, REDIRECT -> faultPoint == MEDIA_DOWNLOAD;
        };
    }

    /** The misbehaviour as the control API writes it, such as {@code drop-after-accept}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The misbehaviour that the control API calls {@code word}.
     *
     * @throws IllegalArgumentException with a sentence if there is no such misbehaviour
     */
    public static FaultKind of(String word) {
        return Arrays.stream(values())
                .filter(what -> what.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no misbehaviour is called " + word));
    }
}
