package org.sprechstunde.erasure;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Stores;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What follows the destruction of an enquiry's key, whoever wanted it: goodbye from memory, and at the
 * same time the erasing. Nobody is told "deleted" before it is true, and what cannot be read any more
 * never waits for WhatsApp.
 */
public final class EnquiryErasure {
    /** While the function that destroyed the key erases, nobody else begins the forget task; if it dies, the sweep does. */
    private static final Duration OURS = Duration.ofMinutes(1);

    private final WhatsAppFarewell whatsAppFarewell;
    private final EraseEnquiryTask eraseEnquiryTask;
    private final Clock clock;
    private final SecureRandom random;
    private final ExecutorService threads;

    public EnquiryErasure(Stores stores, Platform platform, Secrets secrets) {
        this.whatsAppFarewell = new WhatsAppFarewell(stores.table(), platform, secrets);
        this.eraseEnquiryTask = new EraseEnquiryTask(stores, platform.clock());
        this.clock = platform.clock();
        this.random = platform.random();
        this.threads = platform.threads();
    }

    /** The forget task to be stored in the transaction that destroys the key. */
    public Task.Forget task(Enquiry enquiry, List<Message> messages) {
        Instant now = clock.instant();
        return Task.forget(enquiry.id(), ErasureRecord.begun(now, messages), now.plus(OURS), random)
                .begun();
    }

    /**
     * Says goodbye and erases; from here a failure delays the erasing but never undoes it.
     *
     * @param enquiry as it was read before its key was destroyed, like {@code messages}
     * @return complete if both stores were seen empty
     */
    public ErasureRecord finish(Task.Forget task, Enquiry enquiry, List<Message> messages) {
        Future<ErasureRecord.Farewell> said = threads.submit(() -> whatsAppFarewell.afterResolving(enquiry, messages));
        ErasureRecord erased = erase(task);
        ErasureRecord.Farewell answers = answers(said);
        whatsAppFarewell.note(task, answers);
        return erased.answered(answers);
    }

    /** Erases once more what a former attempt has left. */
    public ErasureRecord erase(Task.Forget task) {
        try {
            return eraseEnquiryTask.pass(task);
        } catch (SdkException | IllegalStateException e) {
            Log.event(LogEvent.TASK_POSTPONED, LogField.what(task.kind()), LogField.cause(e));
            return task.erasure();
        }
    }

    private static ErasureRecord.Farewell answers(Future<ErasureRecord.Farewell> said) {
        try {
            return said.get();
        } catch (ExecutionException e) {
            return ErasureRecord.Farewell.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ErasureRecord.Farewell.UNKNOWN;
        }
    }
}
