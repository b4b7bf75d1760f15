package org.sprechstunde.resolve;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Courtesy;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.platform.Texts;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * What needs the citizen's identity for the last time: a farewell, and WhatsApp's own copies. All at
 * once, in a few seconds, and nothing depends on it.
 */
final class Goodbye {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final WhatsApp whatsApp;
    private final Clock clock;
    private final String text = Texts.load("citizen").get("farewell");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Goodbye(WhatsApp whatsApp, Clock clock) {
        this.whatsApp = whatsApp;
        this.clock = clock;
    }

    Erasure.Farewell say(Enquiry enquiry, List<Message> messages) {
        List<Callable<Courtesy>> all = new ArrayList<>();
        all.add(() -> farewell(enquiry));
        all.add(() -> contactBook(enquiry));
        mediaAtWhatsApp(messages).forEach(id -> all.add(() -> whatsApp.deleteMedia(id)));
        List<Courtesy> answers = answers(all);
        return new Erasure.Farewell(answers.get(0), answers.get(1), together(answers.subList(2, answers.size())));
    }

    private List<Courtesy> answers(List<Callable<Courtesy>> all) {
        List<Courtesy> answers = new ArrayList<>();
        try {
            for (Future<Courtesy> answer : threads.invokeAll(all, LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                answers.add(answer.state() == Future.State.SUCCESS ? answer.resultNow() : Courtesy.FAILED);
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
        return whatsApp.send(enquiry.identity(), text, Optional.empty()) instanceof SendResult.Accepted
                ? Courtesy.DONE
                : Courtesy.FAILED;
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
        return answers.stream().allMatch(answer -> answer == Courtesy.DONE) ? Courtesy.DONE : Courtesy.FAILED;
    }
}
