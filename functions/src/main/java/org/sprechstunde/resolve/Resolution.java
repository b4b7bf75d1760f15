package org.sprechstunde.resolve;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.MediaState;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Problem;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.Writes;
import org.sprechstunde.whatsapp.WhatsApp;
import org.sprechstunde.work.Forget;
import software.amazon.awssdk.core.exception.SdkException;

/** The protocol of resolving. Its order is its meaning: goodbye, key, objects, items, a second look. */
final class Resolution {
    private static final int CITIZEN = 0;
    private static final int ROUNDS = 12;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** While this function erases, nobody else begins the forget task; if it dies, the sweep does then. */
    private static final Duration OURS = Duration.ofMinutes(1);

    private final Table table;
    private final Enquiries enquiries;
    private final Writes writes;
    private final Goodbye goodbye;
    private final Forget forget;
    private final Clock clock;
    private final SecureRandom random;

    Resolution(Platform platform) {
        Stores stores = Stores.of(platform);
        this.table = stores.table();
        this.enquiries = new Enquiries(table, platform.clock());
        this.writes = new Writes(table);
        this.goodbye = new Goodbye(new WhatsApp(platform, platform.secrets()), platform.clock());
        this.forget = new Forget(stores, platform.clock());
        this.clock = platform.clock();
        this.random = platform.random();
    }

    sealed interface Result {}

    record Resolved(Receipt receipt) implements Result {}

    record Refused(Problem problem) implements Result {}

    /** Resolves, unless more messages have come than the mayor has {@code seen}: none is erased unread. */
    Result resolve(RandomId id, OptionalLong seen) {
        Optional<Enquiry> open = enquiries.find(id);
        if (open.isEmpty()) {
            return already(id);
        }
        long bound = seen.orElse(Long.MAX_VALUE);
        return open.get().inbound() > bound ? new Refused(Problem.NEW_MESSAGE) : resolve(open.get(), bound);
    }

    private Result resolve(Enquiry enquiry, long bound) {
        List<Message> messages = enquiries.messages(enquiry);
        Erasure.Farewell farewell = goodbye.say(enquiry, messages);
        for (int round = 0; round < ROUNDS; round++) {
            Task task = forgetTask(enquiry.id(), extent(messages), farewell);
            Outcome outcome = destroyKey(enquiry, bound, task);
            if (outcome.done()) {
                Log.event(Event.RESOLVED, Detail.enquiry(enquiry.id()));
                return new Resolved(eraseAll(task));
            }
            if (outcome.refused(CITIZEN)) {
                return enquiries.find(enquiry.id()).isPresent()
                        ? new Refused(Problem.NEW_MESSAGE)
                        : already(enquiry.id());
            }
            Pause.of(PAUSE.multipliedBy(round));
        }
        throw new IllegalStateException("too many writers on one enquiry");
    }

    /** The commit point: with the citizen's item the key goes, and the forget task sees to the rest. */
    private Outcome destroyKey(Enquiry enquiry, long bound, Task task) {
        Instant keep = clock.instant().plus(SeenMark.KEPT);
        return table.transact(List.of(writes.deleteOpen(enquiry, bound), writes.put(TaskItem.write(task, keep))));
    }

    /** Nothing can be read any more; from here a failure delays the erasing but never undoes it. */
    private Receipt eraseAll(Task task) {
        try {
            return new Receipt(task.enquiry(), forget.pass(task));
        } catch (SdkException | IllegalStateException e) {
            Log.event(Event.TASK_POSTPONED, Detail.what(task.kind()), Detail.cause(e));
            return new Receipt(task.enquiry(), task.erasure().orElseThrow());
        }
    }

    /** Resolved before, perhaps by a second click: the same receipt, as long as the forget task remembers. */
    private Result already(RandomId id) {
        return table.query(Keys.partition(id), Keys.FORGET).stream()
                .flatMap(item -> TaskItem.read(item).stream())
                .findFirst()
                .<Result>map(task -> new Resolved(
                        task.erasure().orElseThrow().erasedAt().isPresent()
                                ? new Receipt(id, task.erasure().orElseThrow())
                                : eraseAll(task)))
                .orElseGet(() -> new Refused(Problem.NOT_FOUND));
    }

    private Task forgetTask(RandomId enquiry, Erasure.Extent extent, Erasure.Farewell farewell) {
        Instant now = clock.instant();
        return Task.forget(enquiry, Erasure.begun(now, extent, farewell), now.plus(OURS), random)
                .begun();
    }

    private static Erasure.Extent extent(List<Message> messages) {
        var stored = messages.stream()
                .flatMap(message -> message.file().stream())
                .filter(file -> file.state() == MediaState.STORED)
                .toList();
        long bytes = stored.stream().mapToLong(file -> file.bytes()).sum();
        return new Erasure.Extent(messages.size(), stored.size(), bytes);
    }
}
