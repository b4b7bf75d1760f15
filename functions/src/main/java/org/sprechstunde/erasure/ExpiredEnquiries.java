package org.sprechstunde.erasure;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;

/**
 * An enquiry that has expired but still stands goes as soon as its citizen is heard of: whoever is told that nothing is
 * stored must be able to rely on it. Its key goes first, with a forget task for the rest; then WhatsApp is asked to
 * forget as well.
 */
public final class ExpiredEnquiries {
    private final Enquiries enquiries;
    private final KeyDestruction keyDestruction;
    private final WhatsAppFarewell whatsAppFarewell;
    private final Retry retry;
    private final Clock clock;

    public static ExpiredEnquiries of(Services services) {
        ExpiredEnquiries known = services.known(ExpiredEnquiries.class);
        return known != null ? known : services.keep(ExpiredEnquiries.class, new ExpiredEnquiries(services));
    }

    private ExpiredEnquiries(Services services) {
        Platform platform = services.platform();
        this.enquiries = Enquiries.of(services);
        this.keyDestruction = KeyDestruction.of(services);
        this.whatsAppFarewell = WhatsAppFarewell.of(services);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
    }

    /** The citizen's open enquiry; from now on there is no other. */
    public Optional<Enquiry> openOf(String citizen) {
        return retry.until(() -> unlessExpired(citizen)).orElseThrow(Retry.TooManyWriters::new);
    }

    /** Empty if another writer was faster. */
    private Optional<Optional<Enquiry>> unlessExpired(String citizen) {
        Optional<Enquiry> standing = enquiries.evenExpiredOf(citizen);
        if (standing.isPresent() && standing.get().isExpired(clock.instant())) {
            return isEnded(standing.get()) ? Optional.of(Optional.empty()) : Optional.empty();
        }
        return Optional.of(standing);
    }

    private boolean isEnded(Enquiry expired) {
        if (keyDestruction.destroy(expired, new Ground.Expired(), Eraser.STREAM) instanceof Destroyed destroyed) {
            whatsAppFarewell.inSilence(destroyed.task(), destroyed.enquiry(), destroyed.messages());
            return true;
        }
        return false;
    }
}
