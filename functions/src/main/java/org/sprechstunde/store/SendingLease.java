package org.sprechstunde.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The tries to send something to a citizen: an answer of the mayor's, or a text of the town's own. Each begins only while the
 * enquiry stands, and goes to whom it belongs to at that moment; whoever erases the enquiry meanwhile knows how long it may
 * take, and says "deleted" after it.
 */
public final class SendingLease {
    /** What lies between the look and the call. */
    private static final Duration BEFORE_THE_CALL = Duration.ofSeconds(2);

    private final Table table;
    private final Enquiries enquiries;
    private final Clock clock;
    private final Retry retry;
    private final Duration longestCall;
    private final Set<Instant> mine = new HashSet<>();
    private Enquiry enquiry;
    private boolean isFirst = true;

    private SendingLease(Services services, Enquiry enquiry, Duration longestCall) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.clock = services.platform().clock();
        this.retry = new Retry(services.platform());
        this.enquiry = enquiry;
        this.longestCall = longestCall;
    }

    /** A lease that is still to be had, on {@code enquiry} as it was read; a try takes as long as {@code longestCall}, at most. */
    public static SendingLease on(Services services, Enquiry enquiry, Duration longestCall) {
        return new SendingLease(services, enquiry, longestCall);
    }

    /** The lease that was written down with the answer, in {@code written}: the first try has it already. */
    public static SendingLease held(Services services, Enquiry written, Duration longestCall) {
        SendingLease lease = new SendingLease(services, written, longestCall);
        written.times().sendingUntil().ifPresent(lease.mine::add);
        return lease;
    }

    /** Until when a try lasts that begins at {@code now}. */
    public static Instant until(Instant now, Duration longestCall) {
        return now.plus(longestCall).plus(BEFORE_THE_CALL);
    }

    /** The enquiry for the next try; empty if it is gone. */
    public Optional<Enquiry> next() {
        boolean isHeld = isFirst && mine.stream().anyMatch(this::isEnough);
        isFirst = false;
        return isHeld
                ? Optional.of(enquiry)
                : retry.until(RetryPolicy.WRITERS, enquiry, this::renewed).orElseThrow(Retry.TooManyWriters::new);
    }

    private boolean isEnough(Instant until) {
        return !clock.instant().plus(longestCall).isAfter(until);
    }

    private Retry.Attempt<Enquiry, Optional<Enquiry>> renewed(Enquiry standing) {
        Instant until = until(clock.instant(), longestCall);
        if (table.update(EnquiryUpdates.sending(standing, until))) {
            mine.add(until);
            enquiry = standing;
            return Retry.Attempt.done(Optional.of(standing));
        }
        return enquiries
                .find(standing.id())
                .<Retry.Attempt<Enquiry, Optional<Enquiry>>>map(Retry.Attempt::again)
                .orElseGet(() -> Retry.Attempt.done(Optional.empty()));
    }

    /** Until when the tries of this lease were to last. */
    public Set<Instant> mine() {
        return Set.copyOf(mine);
    }

    /**
     * WhatsApp has answered, so nothing of this is on its way any more. Without its word, only time ends a lease; and time does
     * where this fails, for what has been sent must not be sent again.
     */
    public void end() {
        if (mine.isEmpty()) {
            return;
        }
        try {
            table.update(EnquiryUpdates.sent(enquiry, mine));
        } catch (SdkException | Retry.TooManyWriters e) {
            Log.event(LogEvent.LEASE_NOT_ENDED, LogField.enquiry(enquiry.id()), LogField.cause(e));
        }
    }
}
