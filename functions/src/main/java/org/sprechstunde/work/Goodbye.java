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
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Texts;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * What is said to WhatsApp for the last time: a farewell, and that its own copies may go. In a few
 * seconds, and nothing depends on it.
 */
final class Goodbye {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final WhatsApp whatsApp;
    private final Clock clock;
    private final ExecutorService threads;
    private final String text = Texts.load("citizen").get("farewell");

    Goodbye(WhatsApp whatsApp, Platform platform) {
        this.whatsApp = whatsApp;
        this.clock = platform.clock();
        this.threads = platform.threads();
    }

    /** The contact book comes last: WhatsApp notes down there whom it sends anything to. */
    Erasure.Farewell say(Enquiry enquiry, List<Message> messages) {
        List<Callable<Courtesy>> first = new ArrayList<>();
        first.add(() -> farewell(enquiry));
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

    private Courtesy farewell(Enquiry enquiry) {
        if (!clock.instant().isBefore(enquiry.replyUntil())) {
            return Courtesy.SKIPPED;
        }
        return switch (whatsApp.send(enquiry.identity(), text, Optional.empty())) {
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
