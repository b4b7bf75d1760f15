package org.sprechstunde.media;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.autoreply.AutoReplyTask;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaFile;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.TaskResult;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.RetryPolicy;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.ItemKey;
import org.sprechstunde.store.MediaBucket;
import org.sprechstunde.store.MessageChange;
import org.sprechstunde.store.MessageUpdates;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.WhatsAppClient;

/** Brings a citizen's file into the bucket, sealed on the way, or writes down why it cannot. */
public final class FetchMediaTask {
    /** WhatsApp's ids of files live as long, so until then a file that is missing may only be forbidden. */
    private static final Duration HOPELESS_AFTER = Duration.ofDays(7);

    /** As long they live where WhatsApp stores nothing; waiting helps less and less. */
    private static final Duration DOUBTFUL_AFTER = Duration.ofHours(1);

    private final Stores stores;
    private final Enquiries enquiries;
    private final WhatsAppClient whatsApp;
    private final MediaTransfer transfer;
    private final AutoReplyTask tell;
    private final DailyUse dailyUse;
    private final SecureRandom random;
    private final Clock clock;
    private final Retry retry;

    public FetchMediaTask(Services services, AutoReplyTask tell) {
        Platform platform = services.platform();
        this.stores = Stores.of(services);
        this.enquiries = Enquiries.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.transfer = new MediaTransfer(services);
        this.tell = tell;
        this.dailyUse = DailyUse.of(services);
        this.random = platform.random();
        this.clock = platform.clock();
        this.retry = new Retry(platform);
    }

    public TaskResult run(Task.FetchMedia task) {
        Optional<Enquiry> enquiry = enquiries.find(task.enquiry());
        Optional<Message> message = enquiry.flatMap(open -> enquiries.message(open, task.message()));
        if (message.isEmpty() || message.get().file().orElseThrow().state() != MediaFile.State.WAITING) {
            return TaskResult.DONE;
        }
        FetchJob job = new FetchJob(task, enquiry.get(), message.get());
        return isOneTooMany(job) ? lost(job, MediaFile.Problem.TOO_MANY) : fetch(job);
    }

    /** Counted when it is first begun, however often it must be tried. */
    private boolean isOneTooMany(FetchJob job) {
        return job.task().attempts() == 0 && !dailyUse.take(job.enquiry().citizen(), DailyUse.Kind.FILE);
    }

    /** A file that is to be fetched, with all that it belongs to. */
    private record FetchJob(Task.FetchMedia task, Enquiry enquiry, Message message) {
        MessageContent.Attachment announced() {
            return ((MessageContent.Media) message.content()).file();
        }

        MediaFile file() {
            return message.file().orElseThrow();
        }

        /** The object's name in the bucket. */
        String object() {
            return MediaBucket.name(enquiry.id(), file().object());
        }
    }

    private TaskResult fetch(FetchJob job) {
        var target = new MediaTransfer.Target(job.object(), job.file().key());
        MediaTransfer.Result result = retry.ask(
                RetryPolicy.DOWNLOAD,
                () -> transfer.run(job.announced(), target),
                MediaTransfer.Result::isWorthAnotherTry);
        return switch (result) {
            case MediaTransfer.Stored stored -> stored(job, stored);
            case MediaTransfer.Lost(MediaFile.Problem problem) -> lost(job, problem);
            case MediaTransfer.Later _, MediaTransfer.Missing _
            when isOlder(job, HOPELESS_AFTER) -> lost(job, MediaFile.Problem.GONE);
            case MediaTransfer.Later(OptionalLong code) -> waits(job, code);
            case MediaTransfer.Missing(OptionalLong code) -> {
                // The citizen can still be asked now; when the id has died for certain, WhatsApp's window has closed.
                if (isOlder(job, DOUBTFUL_AFTER)) {
                    tell.say(job.enquiry(), AutoReply.FILE_AGAIN);
                }
                yield waits(job, code);
            }
        };
    }

    /** Whoever looks into an alarm for work that does not get done finds here why. */
    private static TaskResult waits(FetchJob job, OptionalLong code) {
        Log.event(LogEvent.MEDIA_WAITS, LogField.enquiry(job.enquiry().id()), LogField.code(code.orElse(0)));
        return TaskResult.LATER;
    }

    /** The upload counts only if the message still stands; what is too late for that is noise and goes at once. */
    private TaskResult stored(FetchJob job, MediaTransfer.Stored stored) {
        Message arrived = job.message().with(job.file().stored(stored.bytes(), stored.type(), stored.mayTell()));
        if (!settle(job.task(), MessageUpdates.stored(job.enquiry(), arrived, random))) {
            stores.media().delete(job.object());
            whatsApp.deleteMedia(job.announced().mediaId());
            Log.event(LogEvent.MEDIA_TOO_LATE, LogField.enquiry(job.enquiry().id()));
            return TaskResult.DONE;
        }
        Log.event(LogEvent.MEDIA_STORED, LogField.enquiry(job.enquiry().id()), LogField.bytes(stored.bytes()));
        deleteCopy(job);
        return TaskResult.SETTLED;
    }

    private TaskResult lost(FetchJob job, MediaFile.Problem problem) {
        Log.event(LogEvent.MEDIA_LOST, LogField.enquiry(job.enquiry().id()), LogField.what(problem));
        if (!settle(job.task(), MessageUpdates.lost(place(job.task()), problem))) {
            return TaskResult.DONE;
        }
        switch (problem) {
            case TOO_LARGE -> {
                deleteCopy(job);
                tell.say(job.enquiry(), AutoReply.TOO_LARGE);
            }
            case TOO_MANY -> {
                deleteCopy(job);
                tell.say(job.enquiry(), AutoReply.TOO_MANY_FILES);
            }
            case GONE, HASH -> tell.say(job.enquiry(), AutoReply.FILE_AGAIN);
        }
        return TaskResult.SETTLED;
    }

    /** WhatsApp's copy has no use any more; if it cannot be deleted now, resolving asks again. */
    private void deleteCopy(FetchJob job) {
        if (whatsApp.deleteMedia(job.announced().mediaId()) == BestEffort.DONE) {
            stores.table().update(MessageUpdates.copyDeleted(place(job.task())));
        }
    }

    private static ItemKey place(Task.FetchMedia task) {
        return ItemKey.message(task.enquiry(), task.message());
    }

    /** Marks the message and removes the task, both or neither; false if the message is no more. */
    private boolean settle(Task task, MessageChange mark) {
        return retry.until(RetryPolicy.BACKGROUND_WRITERS, () -> attempt(task, mark))
                .orElseThrow(Retry.TooManyWriters::new);
    }

    private Optional<Boolean> attempt(Task task, MessageChange mark) {
        Transaction transaction = stores.table().transaction();
        Transaction.Write message = mark.in(transaction);
        transaction.delete(ItemKey.task(task));
        Transaction.Outcome outcome = transaction.commit();
        return outcome.done() || outcome.refused(message) ? Optional.of(outcome.done()) : Optional.empty();
    }

    private boolean isOlder(FetchJob job, Duration age) {
        return clock.instant().isAfter(job.message().id().arrival().plus(age));
    }
}
