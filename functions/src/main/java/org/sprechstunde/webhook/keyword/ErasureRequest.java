package org.sprechstunde.webhook.keyword;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureCode;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.KeyDestruction;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.erasure.WhatsAppFarewell;
import org.sprechstunde.identity.CitizenEnquiries;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.webhook.keyword.KeywordHandler.Trace;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/**
 * A citizen erases what they sent: the key goes at once, in one transaction with the tap's seen mark. The
 * bytes are left to the forget task, which the stream begins within a second: the one function that
 * anybody can call has no access to the bucket.
 */
final class ErasureRequest {
    private final Table table;
    private final Enquiries enquiries;
    private final KeyDestruction keyDestruction;
    private final WhatsAppFarewell whatsAppFarewell;
    private final Retry retry;
    private final Clock clock;
    private final CitizenEnquiries citizens;

    ErasureRequest(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.keyDestruction = KeyDestruction.of(services);
        this.whatsAppFarewell = WhatsAppFarewell.of(services);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
        this.citizens = CitizenEnquiries.of(services);
    }

    enum Result {
        ERASED,
        SEEN_BEFORE,
        /** The button's enquiry has gone and the citizen has begun a new one, which the button does not touch. */
        ANOTHER_IS_OPEN,
        /** The button's enquiry is open, but nothing says that it is this person's: the number may just have changed. */
        OPEN_ELSEWHERE,
        NOTHING_IS_OPEN,
        NOT_NOW
    }

    /** Erases all of this citizen's, with what has come since the question, if the button's enquiry is among it. */
    Result erase(InboundEvent.Confirmed button, Trace tap) {
        return retry.until(() -> attempt(button, tap)).orElse(Result.NOT_NOW);
    }

    private Optional<Result> attempt(InboundEvent.Confirmed button, Trace tap) {
        List<Enquiry> standing = standing(button);
        if (standing.isEmpty()) {
            return Optional.of(without(button, tap));
        }
        if (!areErased(standing.subList(1, standing.size()))) {
            return Optional.empty();
        }
        return switch (keyDestruction.destroy(standing.getFirst(), new Ground.OwnWish(tap.seen()), Eraser.STREAM)) {
            case Destroyed(Task.Forget task, Enquiry gone, List<Message> messages, Optional<ErasureCode> code) -> {
                whatsAppFarewell.atOwnWish(new Destroyed(task, gone.heardIn(tap.language()), messages, code));
                yield Optional.of(Result.ERASED);
            }
            case KeyDestruction.Result.TakenBefore _ -> Optional.of(Result.SEEN_BEFORE);
            case KeyDestruction.Result.Kept _ -> Optional.empty();
        };
    }

    /** All of this citizen's, newest first, if the button's enquiry, expired or not, is among it. */
    private List<Enquiry> standing(InboundEvent.Confirmed button) {
        Optional<Enquiry> asked = enquiries
                .evenExpired(button.enquiry())
                .filter(enquiry -> enquiry.identity().shares(button.citizen()));
        if (asked.isEmpty() || asked.get().isExpired(clock.instant())) {
            return asked.map(enquiries::withEarlier).orElse(List.of());
        }
        return citizens.of(button.citizen())
                .open()
                .map(enquiries::withEarlier)
                .filter(all -> all.stream().anyMatch(enquiry -> enquiry.id().equals(button.enquiry())))
                .orElse(List.of());
    }

    /** The oldest goes first: each is found only by the one after it, and only the newest bears the tap's mark. */
    private boolean areErased(List<Enquiry> earlier) {
        return earlier.reversed().stream().allMatch(this::isErased);
    }

    private boolean isErased(Enquiry earlier) {
        if (keyDestruction.destroy(earlier, new Ground.WithANewer(), Eraser.STREAM) instanceof Destroyed gone) {
            whatsAppFarewell.inSilence(gone);
            return true;
        }
        return false;
    }

    /** The mark is looked for after the enquiry: if this very tap has erased it, both were one transaction. */
    private Result without(InboundEvent.Confirmed button, Trace tap) {
        if (SeenMark.stands(table, tap.seen())) {
            return Result.SEEN_BEFORE;
        }
        if (enquiries.find(button.enquiry()).isPresent()) {
            return Result.OPEN_ELSEWHERE;
        }
        return citizens.of(button.citizen()).open().isPresent() ? Result.ANOTHER_IS_OPEN : Result.NOTHING_IS_OPEN;
    }
}
