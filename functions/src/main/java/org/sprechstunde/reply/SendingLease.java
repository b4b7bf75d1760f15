package org.sprechstunde.reply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.EnquiryUpdates;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.WhatsAppClient;

/**
 * The tries to send one answer. Each begins only while the enquiry stands, and goes to whom it belongs to at that moment;
 * whoever erases the enquiry meanwhile knows how long it may take, and says "deleted" after it.
 */
final class SendingLease {
    /** One call of WhatsApp's, and what lies between the look and the call. */
    static final Duration LENGTH = WhatsAppClient.LONGEST_CALL.plusSeconds(2);

    private final Table table;
    private final Enquiries enquiries;
    private final Clock clock;
    private final Retry retry;
    private final Enquiry written;
    private boolean isFirst = true;

    /** The first try's enquiry is {@code written}, as it was when the answer was written down. */
    SendingLease(Services services, Enquiry written) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.clock = services.platform().clock();
        this.retry = new Retry(services.platform());
        this.written = written;
    }

    /** The enquiry for the next try; empty if it is gone. */
    Optional<Enquiry> next() {
        boolean isHeld =
                isFirst && written.times().sendingUntil().filter(this::isEnough).isPresent();
        isFirst = false;
        return isHeld
                ? Optional.of(written)
                : retry.until(RetryPolicy.WRITERS, this::renewed).orElseThrow(Retry.TooManyWriters::new);
    }

    private boolean isEnough(Instant until) {
        return !clock.instant().plus(WhatsAppClient.LONGEST_CALL).isAfter(until);
    }

    /** Empty if another writer was faster. */
    private Optional<Optional<Enquiry>> renewed() {
        Optional<Enquiry> standing = enquiries.find(written.id());
        if (standing.isEmpty()) {
            return Optional.of(standing);
        }
        Instant until = clock.instant().plus(LENGTH);
        return table.update(EnquiryUpdates.sending(standing.get(), until)) ? Optional.of(standing) : Optional.empty();
    }
}
