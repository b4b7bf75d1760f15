package org.sprechstunde.erasure;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What follows the destruction of an enquiry's key, whoever wanted it: goodbye from memory, and at the
 * same time the erasing. Nobody is told "deleted" before it is true, and what cannot be read any more
 * never waits for WhatsApp.
 */
public final class EnquiryErasure {
    private final WhatsAppFarewell whatsAppFarewell;
    private final EraseEnquiryTask eraseEnquiryTask;
    private final FanOut fanOut;

    public EnquiryErasure(Services services) {
        Platform platform = services.platform();
        this.whatsAppFarewell = WhatsAppFarewell.of(services);
        this.eraseEnquiryTask = new EraseEnquiryTask(services);
        this.fanOut = new FanOut(platform.threads());
    }

    /**
     * Says goodbye and erases; from here a failure delays the erasing but never undoes it.
     *
     * @return complete if both stores were seen empty
     */
    public ErasureRecord finish(Destroyed destroyed) {
        return finish(destroyed.task(), () -> whatsAppFarewell.afterResolving(destroyed));
    }

    /** The same without a word to the citizen, of whom more is still here. */
    public ErasureRecord finishInSilence(Destroyed destroyed) {
        return finish(destroyed.task(), () -> whatsAppFarewell.inSilence(destroyed));
    }

    private ErasureRecord finish(Task.Forget task, Callable<ErasureRecord.Farewell> farewell) {
        Supplier<Optional<ErasureRecord.Farewell>> said = fanOut.begin(farewell);
        ErasureRecord erased = erase(task);
        return erased.answered(said.get().orElse(ErasureRecord.Farewell.UNKNOWN));
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
}
