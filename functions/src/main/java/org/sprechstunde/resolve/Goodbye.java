package org.sprechstunde.resolve;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.sprechstunde.enquiry.Answer;
import org.sprechstunde.enquiry.Content;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Erasure;
import org.sprechstunde.enquiry.MediaState;
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
        List<Callable<Answer>> all =
                List.of(() -> farewell(enquiry), () -> contactBook(enquiry), () -> media(messages));
        try {
            List<Future<Answer>> answers = threads.invokeAll(all, LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return new Erasure.Farewell(of(answers.get(0)), of(answers.get(1)), of(answers.get(2)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Answer farewell(Enquiry enquiry) {
        if (!clock.instant().isBefore(enquiry.replyUntil())) {
            return Answer.SKIPPED;
        }
        return whatsApp.send(enquiry.identity(), text, Optional.empty()) instanceof SendResult.Accepted
                ? Answer.DONE
                : Answer.FAILED;
    }

    private Answer contactBook(Enquiry enquiry) {
        return enquiry.identity().bsuid().map(whatsApp::deleteContact).orElse(Answer.SKIPPED);
    }

    /** Files that were never fetched; all others were deleted at WhatsApp when they were safe here. */
    private Answer media(List<Message> messages) {
        List<String> waiting = messages.stream()
                .filter(message -> message.file().stream().anyMatch(file -> file.state() == MediaState.WAITING))
                .map(message -> ((Content.Media) message.content()).file().mediaId())
                .toList();
        if (waiting.isEmpty()) {
            return Answer.SKIPPED;
        }
        boolean all = waiting.stream()
                .map(whatsApp::deleteMedia)
                .reduce(true, (before, answer) -> before && answer == Answer.DONE, Boolean::logicalAnd);
        return all ? Answer.DONE : Answer.FAILED;
    }

    private static Answer of(Future<Answer> answer) throws InterruptedException {
        try {
            return answer.isCancelled() ? Answer.FAILED : answer.get();
        } catch (ExecutionException e) {
            return Answer.FAILED;
        }
    }
}
