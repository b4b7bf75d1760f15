package org.sprechstunde.tasks;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sprechstunde.autoreply.AutoReplySender;
import org.sprechstunde.autoreply.AutoReplyTask;
import org.sprechstunde.autoreply.GreetingTask;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.erasure.EraseEnquiryTask;
import org.sprechstunde.erasure.EraseFileTask;
import org.sprechstunde.media.FetchMediaTask;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.TaskUpdates;
import org.sprechstunde.store.Worklist;

/**
 * Does tasks. Each is claimed first, so that stream and sweep never do the same one side by side; one
 * that fails is postponed, and what a dead function left behind is due again when its claim runs out.
 */
public final class TaskRunner {
    /** Longer than any invocation lasts. */
    static final Duration CLAIM = Duration.ofMinutes(6);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final int LONGEST_DOUBLING = 7;

    private final Table table;
    private final Worklist worklist;
    private final Clock clock;
    private final SecureRandom random;
    private final FetchMediaTask fetchMedia;
    private final GreetingTask greet;
    private final AutoReplyTask autoReplyTask;
    private final EraseFileTask eraseFileTask;
    private final EraseEnquiryTask eraseEnquiryTask;

    public TaskRunner(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.worklist = new Worklist(table);
        this.clock = platform.clock();
        this.random = platform.random();
        AutoReplySender sender = new AutoReplySender(services);
        this.greet = new GreetingTask(services, sender);
        this.autoReplyTask = new AutoReplyTask(services, sender);
        this.fetchMedia = new FetchMediaTask(services, autoReplyTask);
        this.eraseFileTask = new EraseFileTask(services);
        this.eraseEnquiryTask = new EraseEnquiryTask(services);
    }

    /**
     * Begins as many fresh tasks as the stream has {@code named}, but those whose turn it is: for each that has to wait,
     * the record of another will begin it, and if that is lost, the sweep.
     */
    public void beginFresh(List<ItemKey> named) {
        Set<ItemKey> waiting =
                new LinkedHashSet<>(worklist.dueTasks(clock.instant().plus(Task.STREAM_FIRST)));
        waiting.addAll(named);
        int turns = named.size();
        for (ItemKey place : FairShares.order(waiting, random)) {
            if (turns == 0) {
                return;
            }
            Optional<Task> fresh = find(place).filter(task -> task.attempts() == 0);
            if (fresh.isPresent() && begin(fresh.get())) {
                turns--;
            }
        }
    }

    /** Begins the task at {@code place} if it is due, whoever may have tried before. */
    private void beginDue(ItemKey place) {
        Instant now = clock.instant();
        find(place).filter(task -> !task.due().isAfter(now)).ifPresent(task -> {
            OverdueAlert.tell(task, now);
            begin(task);
        });
    }

    /**
     * Begins each due task, in turn. One that meets a broken environment stays for the next round and does not
     * keep the others from being done; it is reported when all have had their turn.
     */
    public void beginAllDue(List<ItemKey> places) {
        RunAll runAll = new RunAll();
        FairShares.order(places, random).forEach(place -> runAll.take(() -> beginDue(place)));
        runAll.end();
    }

    private Optional<Task> find(ItemKey place) {
        Optional<Task> task = table.get(place).flatMap(TaskItem::read);
        if (task.isEmpty()) {
            Log.event(LogEvent.TASK_GONE);
        }
        return task;
    }

    /** Whether it was not begun by somebody else. */
    private boolean begin(Task task) {
        if (!claim(task)) {
            return false;
        }
        switch (result(task)) {
            case DONE -> table.delete(ItemKey.task(task));
            case LATER -> postpone(task);
            case SETTLED -> {}
        }
        return true;
    }

    /** What a task throws is the environment's fault: it waits for better times like any other. */
    private TaskResult result(Task task) {
        try {
            return switch (task) {
                case Task.FetchMedia fetch -> fetchMedia.run(fetch);
                case Task.Greet greeting -> greet.run(greeting);
                case Task.Tell tell -> autoReplyTask.run(tell);
                case Task.ForgetFile forget -> eraseFileTask.run(forget);
                case Task.Forget forget -> eraseEnquiryTask.run(forget);
            };
        } catch (RuntimeException e) {
            postpone(task);
            throw e;
        }
    }

    private boolean claim(Task task) {
        return table.update(TaskUpdates.claimed(task, clock.instant().plus(CLAIM)));
    }

    private void postpone(Task task) {
        Instant next = clock.instant().plus(FIRST_WAIT.multipliedBy(1L << Math.min(task.attempts(), LONGEST_DOUBLING)));
        table.update(TaskUpdates.postponed(task, next));
        Log.event(LogEvent.TASK_POSTPONED, LogField.what(task.kind()), LogField.attempt(task.attempts() + 1));
    }
}
