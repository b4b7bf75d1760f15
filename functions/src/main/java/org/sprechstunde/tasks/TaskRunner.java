package org.sprechstunde.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.autoreply.AutoReplySender;
import org.sprechstunde.autoreply.AutoReplyTask;
import org.sprechstunde.autoreply.GreetingTask;
import org.sprechstunde.autoreply.MayorMail;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.erasure.EraseEnquiryTask;
import org.sprechstunde.erasure.EraseFileTask;
import org.sprechstunde.media.FetchMediaTask;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RunAll;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskItem;
import org.sprechstunde.store.TaskUpdates;
import org.sprechstunde.whatsapp.WhatsAppClient;

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
    private final Clock clock;
    private final FetchMediaTask fetchMedia;
    private final GreetingTask greet;
    private final AutoReplyTask autoReplyTask;
    private final EraseFileTask eraseFileTask;
    private final EraseEnquiryTask eraseEnquiryTask;

    public TaskRunner(Stores stores, Platform platform, Secrets secrets) {
        this.table = stores.table();
        this.clock = platform.clock();
        Enquiries enquiries = new Enquiries(table, clock);
        WhatsAppClient whatsApp = new WhatsAppClient(platform, secrets);
        AutoReplySender autoReplySender = new AutoReplySender(whatsApp, platform.settings());
        this.greet = new GreetingTask(enquiries, autoReplySender, new MayorMail(platform));
        this.autoReplyTask = new AutoReplyTask(table, enquiries, autoReplySender, clock);
        var means = new FetchMediaTask.Means(whatsApp, autoReplyTask, platform.random(), clock, new Retry(platform));
        this.fetchMedia = new FetchMediaTask(stores, enquiries, means);
        this.eraseFileTask = new EraseFileTask(stores, clock);
        this.eraseEnquiryTask = new EraseEnquiryTask(stores, clock);
    }

    /** Begins the task at {@code place} if nobody has begun it yet. */
    public void beginFresh(ItemKey place) {
        find(place).filter(task -> task.attempts() == 0).ifPresent(this::begin);
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
     * Begins each due task. One that meets a broken environment stays for the next round and does not
     * keep the others from being done; it is reported when all have had their turn.
     */
    public void beginAllDue(List<ItemKey> places) {
        RunAll runAll = new RunAll();
        places.forEach(place -> runAll.take(() -> beginDue(place)));
        runAll.end();
    }

    private Optional<Task> find(ItemKey place) {
        Optional<Task> task = table.get(place).flatMap(TaskItem::read);
        if (task.isEmpty()) {
            Log.event(LogEvent.TASK_GONE);
        }
        return task;
    }

    private void begin(Task task) {
        if (!claim(task)) {
            return;
        }
        switch (result(task)) {
            case DONE -> table.delete(ItemKey.task(task));
            case LATER -> postpone(task);
            case SETTLED -> {}
        }
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
