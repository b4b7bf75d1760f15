package org.sprechstunde.resolve;

import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Person;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.EnquiryErasure;
import org.sprechstunde.erasure.KeyDestruction;
import org.sprechstunde.erasure.KeyDestruction.Eraser;
import org.sprechstunde.erasure.KeyDestruction.Ground;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.identity.LinkedEnquiries;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.ResolverName;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;

/** The protocol of resolving. Its order is its meaning: key, then goodbye beside objects and items, a second look. */
final class Resolver {
    private final Table table;
    private final Enquiries enquiries;
    private final KeyDestruction keyDestruction;
    private final EnquiryErasure enquiryErasure;
    private final LinkedEnquiries linkedEnquiries;
    private final ResolverName resolverName;
    private final Retry retry;

    Resolver(Services services) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.keyDestruction = KeyDestruction.of(services);
        this.enquiryErasure = new EnquiryErasure(services);
        this.linkedEnquiries = new LinkedEnquiries(services);
        this.resolverName = new ResolverName(services);
        this.retry = new Retry(services.platform());
    }

    sealed interface Result {}

    record Resolved(Receipt receipt) implements Result {}

    record Refused(Problem problem) implements Result {}

    /** Resolves, unless something has come since the revision that the mayor has {@code seen}: nothing is erased unread. */
    Result resolve(RandomId id, OptionalLong seen, Person by) {
        Optional<Enquiry> open = enquiries.find(id);
        if (open.isEmpty()) {
            return already(id);
        }
        if (seen.isEmpty()) {
            return new Refused(Problem.SEEN_REQUIRED);
        }
        return resolve(open.get(), new Ground.Settled(seen.getAsLong(), by));
    }

    private Result resolve(Enquiry read, Ground.Settled ground) {
        return retry.until(RetryPolicy.WRITERS, read, enquiry -> attempt(enquiry, ground))
                .orElseThrow(Retry.TooManyWriters::new);
    }

    private Retry.Attempt<Enquiry, Result> attempt(Enquiry enquiry, Ground.Settled ground) {
        // The citizen will be told that everything is deleted.
        if (!enquiries.openBefore(enquiry).isEmpty()) {
            return Retry.Attempt.done(new Refused(Problem.LINKED));
        }
        boolean isLast = linkedEnquiries.besides(enquiry).isEmpty();
        if (keyDestruction.destroy(enquiry, ground, Eraser.CALLER) instanceof Destroyed destroyed) {
            return Retry.Attempt.done(resolved(enquiry.id(), finish(destroyed, isLast), Optional.of(ground.by())));
        }
        Optional<Enquiry> now = enquiries.find(enquiry.id());
        if (now.isEmpty()) {
            return Retry.Attempt.done(already(enquiry.id()));
        }
        if (now.get().version().news() > ground.seen()) {
            return Retry.Attempt.done(new Refused(Problem.CHANGED));
        }
        // It has moved to another identity, or another writer was faster: the mayor's word stands.
        return Retry.Attempt.again(now.get());
    }

    /** The last one of a person's is followed by a goodbye; after another, more of theirs is still here. */
    private ErasureRecord finish(Destroyed destroyed, boolean isLast) {
        return isLast ? enquiryErasure.finish(destroyed) : enquiryErasure.finishInSilence(destroyed);
    }

    /** Resolved before, perhaps by a second click: the same receipt, as long as the forget task remembers. */
    private Result already(RandomId id) {
        return table.query(ItemKey.partition(id), ItemKey.FORGET).stream()
                .findFirst()
                .map(item -> resolved(id, complete(TaskItem.readForget(item)), resolverName.in(item)))
                .orElseGet(() -> new Refused(Problem.NOT_FOUND));
    }

    private ErasureRecord complete(Task.Forget task) {
        ErasureRecord erasure = task.erasure();
        return erasure.erasedAt().isPresent() ? erasure : enquiryErasure.erase(task);
    }

    private static Result resolved(RandomId id, ErasureRecord erasure, Optional<Person> by) {
        return new Resolved(new Receipt(id, erasure, by));
    }
}
