package org.sprechstunde.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Turns;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskChanges;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * Does tasks. Each is claimed first, so that stream and sweep never do the same one side by side; one
 * that fails is postponed, and what a dead function left behind is due again when its claim runs out.
 */
public final class Work {
    /** Longer than any invocation lasts. */
    static final Duration CLAIM = Duration.ofMinutes(6);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int LONGEST_DOUBLING = 7;

    private final Table table;
    private final Clock clock;
    private final FetchMedia fetchMedia;
    private final Greet greet;
    private final Tell tell;
    private final ForgetFile forgetFile;
    private final Forget forget;

    public Work(Stores stores, Platform platform, Secrets secrets) {
        this.table = stores.table();
        this.clock = platform.clock();
        Enquiries enquiries = new Enquiries(table, clock);
        WhatsApp whatsApp = new WhatsApp(platform, secrets);
        Voice voice = new Voice(whatsApp, platform.settings());
        this.greet = new Greet(enquiries, voice, new MayorsMail(platform));
        this.tell = new Tell(table, enquiries, voice, clock);
        var means = new FetchMedia.Means(whatsApp, tell, platform.random(), clock, platform.pause());
        this.fetchMedia = new FetchMedia(stores, enquiries, means);
        this.forgetFile = new ForgetFile(stores, clock);
        this.forget = new Forget(stores, clock);
    }

    /** What became of a begun task. */
    enum Result {
        /** Done; the task can go. */
        DONE,
        /** Try again later. */
        LATER,
        /** The task has already been removed or given its next date. */
        SETTLED
    }

    /** Begins the task at {@code place} if nobody has begun it yet. */
    public void beginFresh(Keys place) {
        find(place).filter(task -> task.attempts() == 0).ifPresent(this::begin);
    }

    /** Begins the task at {@code place} if it is due, whoever may have tried before. */
    private void beginDue(Keys place) {
        Instant now = clock.instant();
        find(place).filter(task -> !task.due().isAfter(now)).ifPresent(task -> {
            Overdue.tell(task, now);
            begin(task);
        });
    }

    /**
     * Begins each due task. One that meets a broken environment stays for the next round and does not
     * keep the others from being done; it is reported when all have had their turn.
     */
    public void beginAllDue(List<Keys> places) {
        Turns turns = new Turns();
        places.forEach(place -> turns.take(() -> beginDue(place)));
        turns.end();
    }

    private Optional<Task> find(Keys place) {
        Optional<Task> task = table.get(place).flatMap(TaskItem::read);
        if (task.isEmpty()) {
            Log.event(Event.TASK_GONE);
        }
        return task;
    }

    private void begin(Task task) {
        if (!claim(task)) {
            return;
        }
        switch (result(task)) {
            case DONE -> table.delete(Keys.task(task));
            case LATER -> postpone(task);
            case SETTLED -> {}
        }
    }

    /** What a task throws is the environment's fault: it waits for better times like any other. */
    private Result result(Task task) {
        try {
            return switch (task.kind()) {
                case FETCH_MEDIA -> fetchMedia.run(task);
                case GREET -> greet.run(task);
                case TELL -> tell.run(task);
                case FORGET_FILE -> forgetFile.run(task);
                case FORGET -> forget.run(task);
            };
        } catch (RuntimeException e) {
            postpone(task);
            throw e;
        }
    }

    private boolean claim(Task task) {
        return table.update(TaskChanges.claimed(task, clock.instant().plus(CLAIM)));
    }

    private void postpone(Task task) {
        Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(task.attempts(), LONGEST_DOUBLING)));
        table.update(TaskChanges.postponed(task, next));
        Log.event(Event.TASK_POSTPONED, Detail.what(task.kind()), Detail.attempt(task.attempts() + 1));
    }
}
