package org.sprechstunde.work;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.MediaProblem;
import org.sprechstunde.enquiry.MediaState;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.Keys;
import org.sprechstunde.store.MessageChanges;
import org.sprechstunde.store.Outcome;
import org.sprechstunde.store.Stores;
import org.sprechstunde.store.Update;
import org.sprechstunde.store.Writes;
import org.sprechstunde.whatsapp.WhatsApp;

/** Brings a citizen's file into the bucket, sealed on the way, or writes down why it cannot. */
final class FetchMedia {
    private static final int TRIES = 3;
    private static final int ROUNDS = 8;
    private static final Duration WAIT = Duration.ofMillis(500);

    /** WhatsApp's ids of files live as long, so until then a file that is missing may only be forbidden. */
    private static final Duration HOPELESS_AFTER = Duration.ofDays(7);

    /** As long they live where WhatsApp stores nothing; waiting helps less and less. */
    private static final Duration DOUBTFUL_AFTER = Duration.ofHours(1);

    private final Stores stores;
    private final Enquiries enquiries;
    private final Writes writes;
    private final WhatsApp whatsApp;
    private final Transfer transfer;
    private final Tell tell;
    private final SecureRandom random;
    private final Clock clock;
    private final Pause pause;

    record Means(WhatsApp whatsApp, Tell tell, SecureRandom random, Clock clock, Pause pause) {}

    FetchMedia(Stores stores, Enquiries enquiries, Means means) {
        this.stores = stores;
        this.enquiries = enquiries;
        this.writes = new Writes(stores.table());
        this.whatsApp = means.whatsApp();
        this.transfer = new Transfer(stores.media(), means);
        this.tell = means.tell();
        this.random = means.random();
        this.clock = means.clock();
        this.pause = means.pause();
    }

    Work.Result run(Task task) {
        Optional<Enquiry> enquiry = enquiries.find(task.enquiry());
        Optional<Message> message =
                enquiry.flatMap(open -> enquiries.message(open, task.message().orElseThrow()));
        if (message.isEmpty() || message.get().file().orElseThrow().state() != MediaState.WAITING) {
            return Work.Result.DONE;
        }
        return fetch(new FetchJob(task, enquiry.get(), message.get()));
    }

    private Work.Result fetch(FetchJob job) {
        Transfer.Result result = transferPatiently(
                job.announced(), new Transfer.Target(job.object(), job.file().key()));
        return switch (result) {
            case Transfer.Stored stored -> stored(job, stored);
            case Transfer.Lost(MediaProblem problem) -> lost(job, problem);
            case Transfer.Later _, Transfer.Missing _ when isOlder(job, HOPELESS_AFTER) -> lost(job, MediaProblem.GONE);
            case Transfer.Later _ -> Work.Result.LATER;
            case Transfer.Missing _ -> missing(job);
        };
    }

    /** The citizen can still be asked now; when the id has died for certain, WhatsApp's window has closed. */
    private Work.Result missing(FetchJob job) {
        if (isOlder(job, DOUBTFUL_AFTER)) {
            tell.say(job.enquiry(), AutomaticText.FILE_AGAIN);
        }
        return Work.Result.LATER;
    }

    private Transfer.Result transferPatiently(Content.Attachment file, Transfer.Target target) {
        Transfer.Result result = transfer.run(file, target);
        for (int tried = 1; tried < TRIES && result.isWorthAnotherTry(); tried++) {
            pause.of(WAIT.multipliedBy(tried));
            result = transfer.run(file, target);
        }
        return result;
    }

    /** The upload counts only if the message still stands; what is too late for that is noise and goes at once. */
    private Work.Result stored(FetchJob job, Transfer.Stored stored) {
        Message arrived = job.message().with(job.file().stored(stored.bytes(), stored.type()));
        if (!settle(job.task(), MessageChanges.stored(job.enquiry(), arrived, random))) {
            stores.media().delete(job.object());
            whatsApp.deleteMedia(job.announced().mediaId());
            Log.event(Event.MEDIA_TOO_LATE, Detail.enquiry(job.enquiry().id()));
            return Work.Result.DONE;
        }
        Log.event(Event.MEDIA_STORED, Detail.enquiry(job.enquiry().id()), Detail.bytes(stored.bytes()));
        deleteCopy(job);
        return Work.Result.SETTLED;
    }

    private Work.Result lost(FetchJob job, MediaProblem problem) {
        Log.event(Event.MEDIA_LOST, Detail.enquiry(job.enquiry().id()), Detail.what(problem));
        if (!settle(job.task(), MessageChanges.lost(place(job.task()), problem))) {
            return Work.Result.DONE;
        }
        switch (problem) {
            case TOO_LARGE -> {
                deleteCopy(job);
                tell.say(job.enquiry(), AutomaticText.TOO_LARGE);
            }
            case GONE, HASH -> tell.say(job.enquiry(), AutomaticText.FILE_AGAIN);
        }
        return Work.Result.SETTLED;
    }

    /** WhatsApp's copy has no use any more; if it cannot be deleted now, resolving asks again. */
    private void deleteCopy(FetchJob job) {
        if (whatsApp.deleteMedia(job.announced().mediaId()) == Courtesy.DONE) {
            stores.table().update(MessageChanges.copyDeleted(place(job.task())));
        }
    }

    private static Keys place(Task task) {
        return Keys.message(task.enquiry(), task.message().orElseThrow());
    }

    /** Marks the message and removes the task, both or neither; false if the message is no more. */
    private boolean settle(Task task, Update mark) {
        for (int round = 0; round < ROUNDS; round++) {
            Outcome outcome = stores.table().transact(List.of(mark.in(stores.table()), writes.delete(Keys.task(task))));
            if (outcome.done() || outcome.refused(0)) {
                return outcome.done();
            }
            pause.of(WAIT);
        }
        throw new IllegalStateException("too many writers on one message");
    }

    private boolean isOlder(FetchJob job, Duration age) {
        return clock.instant().isAfter(job.message().id().arrival().plus(age));
    }
}
