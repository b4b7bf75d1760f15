package org.sprechstunde.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.erasure.KeyDestruction;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.erasure.WhatsAppFarewell;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.CitizenDirectory;
import org.sprechstunde.store.CitizenDirectory.Lookup;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;

/**
 * The one enquiry that takes what a citizen writes, found by every id that WhatsApp tells. Whoever asks for it leaves the
 * directory in step: what has expired is gone, what turns out to be one person's is linked, and an id that has become
 * another person's leads to that person alone.
 *
 * <p>Two enquiries are of one person if they have an id in common; but where the user id that was told has an enquiry, one
 * that has another user id is another person's, whatever number they share: numbers are handed on. Two are linked, not
 * merged, for nothing can be read under another's key.
 */
public final class CitizenEnquiries {
    private final Table table;
    private final KnownCitizen.Reader directory;
    private final CitizenHashes hashes;
    private final Enquiries enquiries;
    private final KeyDestruction keyDestruction;
    private final WhatsAppFarewell whatsAppFarewell;
    private final Retry retry;
    private final Clock clock;
    private final SecureRandom random;

    public static CitizenEnquiries of(Services services) {
        return services.once(CitizenEnquiries.class, CitizenEnquiries::new);
    }

    private CitizenEnquiries(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.hashes = new CitizenHashes(services);
        this.directory = new KnownCitizen.Reader(new CitizenDirectory(services), hashes);
        this.enquiries = Enquiries.of(services);
        this.keyDestruction = KeyDestruction.of(services);
        this.whatsAppFarewell = WhatsAppFarewell.of(services);
        this.retry = new Retry(platform);
        this.clock = platform.clock();
        this.random = platform.random();
    }

    /**
     * What there is of a citizen.
     *
     * @param open the enquiry that takes what they write
     * @param hmacs where one would be found that is opened now
     * @param lookup what was read there
     */
    public record Found(Optional<Enquiry> open, List<String> hmacs, Lookup lookup) {}

    /**
     * What there is of {@code citizen} by now.
     *
     * @throws Retry.TooManyWriters if others were always faster
     */
    public Found of(Identity citizen) {
        return retry.until(() -> attempt(citizen)).orElseThrow(Retry.TooManyWriters::new);
    }

    /** Empty if another writer was faster. */
    private Optional<Found> attempt(Identity citizen) {
        List<String> hmacs = hashes.of(citizen);
        KnownCitizen known = directory.read(hmacs, was -> was.updatedBy(citizen));
        if (known.standing().stream().anyMatch(this::isExpired)) {
            return areEnded(known.standing()) ? attempt(citizen) : Optional.empty();
        }
        if (known.standing().isEmpty()) {
            return Optional.of(new Found(Optional.empty(), hmacs, known.lookup()));
        }
        DirectoryPlan plan = new DirectoryPlan(hashes, enquiries, random, known.lookup());
        Enquiry taking = plan.take(known.first(), known.person(), linked(plan, known, citizen, _ -> false));
        if (plan.isInStep()) {
            return Optional.of(new Found(Optional.of(known.first()), hmacs, known.lookup()));
        }
        return isWritten(plan, table.transaction())
                ? Optional.of(new Found(Optional.of(taking.revised()), hmacs, known.lookup()))
                : Optional.empty();
    }

    /** The others that are the same person's; those that are not lose the ids they have no more. */
    private static List<Enquiry> linked(
            DirectoryPlan plan, KnownCitizen known, Identity now, Predicate<Enquiry> isSameForCertain) {
        List<Enquiry> linked = new ArrayList<>();
        for (Enquiry other : known.standing().subList(1, known.standing().size())) {
            boolean isAnother = other.identity().hasOtherUserIdThan(now)
                    && known.first().identity().bsuid().equals(now.bsuid());
            if (isAnother && !isSameForCertain.test(other)) {
                plan.separate(other, known.person());
            } else {
                linked.add(other);
            }
        }
        return linked;
    }

    /** Whether {@code change} has been followed, by now or already before, or there is nothing that it concerns. */
    public boolean follow(IdentityChange change) {
        return retry.untilDone(() -> attempt(change));
    }

    private boolean attempt(IdentityChange change) {
        if (SeenMark.stands(table, change.seen())) {
            return said(LogEvent.MESSAGE_SEEN_BEFORE);
        }
        List<String> hmacs = Stream.of(change.now(), change.former())
                .flatMap(identity -> hashes.of(identity).stream())
                .distinct()
                .toList();
        KnownCitizen known = directory.read(hmacs, change::after);
        if (known.standing().stream().anyMatch(this::isExpired)) {
            return areEnded(known.standing()) && attempt(change);
        }
        Transaction transaction = table.transaction();
        // It is told again for a week: a change that another has undone since must not be made once more.
        transaction.putNew(SeenMark.bare(change.seen(), clock.instant()));
        if (known.standing().isEmpty()) {
            return transaction.commit().done() && said(LogEvent.CHANGE_FORGOTTEN);
        }
        DirectoryPlan plan = new DirectoryPlan(hashes, enquiries, random, known.lookup());
        plan.take(
                known.first(),
                known.person(),
                linked(plan, known, change.now(), other -> other.identity().shares(change.former())));
        if (plan.isInStep()) {
            return transaction.commit().done();
        }
        return isWritten(plan, transaction)
                && said(LogEvent.CITIZEN_MOVED, LogField.enquiry(known.first().id()));
    }

    private static boolean said(LogEvent event, LogField... fields) {
        Log.event(event, fields);
        return true;
    }

    private static boolean isWritten(DirectoryPlan plan, Transaction transaction) {
        plan.write(transaction);
        return transaction.commit().done();
    }

    private boolean isExpired(Enquiry enquiry) {
        return enquiry.isExpired(clock.instant());
    }

    /** Whoever is told that nothing is stored must be able to rely on it: what has expired goes as its citizen is heard of. */
    private boolean areEnded(Collection<Enquiry> standing) {
        return standing.stream().filter(this::isExpired).allMatch(this::isEnded);
    }

    private boolean isEnded(Enquiry expired) {
        if (keyDestruction.destroy(expired, new Ground.Expired(), Eraser.STREAM) instanceof Destroyed destroyed) {
            whatsAppFarewell.inSilence(destroyed);
            return true;
        }
        return false;
    }
}
