package org.sprechstunde.work;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.enquiry.AutomaticText;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskChanges;
import org.sprechstunde.texts.CitizenTexts;
import org.sprechstunde.texts.SwitchedOff;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is said to WhatsApp for the last time: a farewell, and that its own copies may go. In a few
 * seconds, and nothing depends on it.
 */
public final class Goodbye {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Table table;
    private final WhatsApp whatsApp;
    private final Clock clock;
    private final ExecutorService threads;
    private final CitizenTexts texts;
    private final SwitchedOff switchedOff;

    public Goodbye(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.whatsApp = new WhatsApp(platform, secrets);
        this.clock = platform.clock();
        this.threads = platform.threads();
        this.texts = new CitizenTexts(platform.settings());
        this.switchedOff = SwitchedOff.of(platform.settings());
    }

    /** Because the mayor has resolved: in words only while WhatsApp lets the town write. */
    Erasure.Farewell afterResolving(Enquiry enquiry, List<Message> messages) {
        boolean open = clock.instant().isBefore(enquiry.replyUntil());
        return say(enquiry, messages, () -> open ? tell(enquiry, AutomaticText.FAREWELL) : Courtesy.SKIPPED);
    }

    /** Because the citizen wished it, and just said so: WhatsApp lets the town answer. */
    public void atOwnWish(Task task, Enquiry enquiry, List<Message> messages) {
        note(task, say(enquiry, messages, () -> tell(enquiry, AutomaticText.ERASED)));
    }

    /** Because its time was over and nobody has resolved it: without a word to the citizen. */
    public void afterExpiry(Task task, Enquiry enquiry, List<Message> messages) {
        note(task, say(enquiry, messages, () -> Courtesy.SKIPPED));
    }

    /** Writes WhatsApp's answers down, for a receipt that is asked for again; nothing depends on it. */
    void note(Task task, Erasure.Farewell answers) {
        try {
            table.update(TaskChanges.answered(task, answers));
        } catch (SdkException e) {
            Log.event(Event.FAREWELL_NOT_NOTED, Detail.enquiry(task.enquiry()), Detail.cause(e));
        }
    }

    /** The contact book comes last: WhatsApp notes down there whom it sends anything to. */
    private Erasure.Farewell say(Enquiry enquiry, List<Message> messages, Callable<Courtesy> farewell) {
        List<Callable<Courtesy>> first = new ArrayList<>();
        first.add(farewell);
        mediaAtWhatsApp(messages).forEach(id -> first.add(() -> whatsApp.deleteMedia(id)));
        List<Courtesy> answers = answers(first);
        List<Courtesy> last = answers(List.of(() -> contactBook(enquiry)));
        return new Erasure.Farewell(answers.getFirst(), last.getFirst(), together(answers.subList(1, answers.size())));
    }

    /** An answer that does not come in time is not known: it may still have been done. */
    private List<Courtesy> answers(List<Callable<Courtesy>> all) {
        List<Courtesy> answers = new ArrayList<>();
        try {
            for (Future<Courtesy> answer : threads.invokeAll(all, LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(
                        switch (answer.state()) {
                            case SUCCESS -> answer.resultNow();
                            case FAILED -> Courtesy.FAILED;
                            case CANCELLED, RUNNING -> Courtesy.UNKNOWN;
                        });
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Courtesy tell(Enquiry enquiry, AutomaticText text) {
        if (switchedOff.includes(text)) {
            return Courtesy.SKIPPED;
        }
        String words = texts.in(enquiry.identity().language()).get(text);
        return switch (whatsApp.send(enquiry.identity(), words, Optional.empty())) {
            case SendResult.Accepted _ -> Courtesy.DONE;
            case SendResult.Refused _ -> Courtesy.FAILED;
            case SendResult.Unclear _ -> Courtesy.UNKNOWN;
        };
    }

    private Courtesy contactBook(Enquiry enquiry) {
        return enquiry.identity().bsuid().map(whatsApp::deleteContact).orElse(Courtesy.SKIPPED);
    }

    /** Files of which WhatsApp has not yet confirmed that it has them no more. */
    private static List<String> mediaAtWhatsApp(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.file().stream().anyMatch(file -> !file.copyDeleted()))
                .map(message -> ((Content.Media) message.content()).file().mediaId())
                .toList();
    }

    private static Courtesy together(List<Courtesy> answers) {
        if (answers.isEmpty()) {
            return Courtesy.SKIPPED;
        }
        if (answers.contains(Courtesy.FAILED)) {
            return Courtesy.FAILED;
        }
        return answers.contains(Courtesy.UNKNOWN) ? Courtesy.UNKNOWN : Courtesy.DONE;
    }
}
