package org.sprechstunde.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.ErasureRecord;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.TaskUpdates;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is said to WhatsApp for the last time: a farewell, and that its own copies may go. In a few
 * seconds, and nothing depends on it.
 */
public final class WhatsAppFarewell {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Table table;
    private final WhatsAppClient whatsApp;
    private final Clock clock;
    private final Pause pause;
    private final FanOut fanOut;
    private final CitizenTexts texts;
    private final DisabledAutoReplies disabledAutoReplies;

    public static WhatsAppFarewell of(Services services) {
        WhatsAppFarewell known = services.known(WhatsAppFarewell.class);
        return known != null ? known : services.keep(WhatsAppFarewell.class, new WhatsAppFarewell(services));
    }

    private WhatsAppFarewell(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.clock = platform.clock();
        this.pause = platform.pause();
        this.fanOut = new FanOut(platform.threads());
        this.texts = CitizenTexts.of(services);
        this.disabledAutoReplies = DisabledAutoReplies.of(platform.settings());
    }

    /** Because the mayor has resolved: in words only while WhatsApp lets the town write. */
    ErasureRecord.Farewell afterResolving(Enquiry enquiry, List<Message> messages) {
        boolean open = clock.instant().isBefore(enquiry.replyUntil());
        return say(enquiry, messages, () -> open ? tell(enquiry, AutoReply.FAREWELL) : BestEffort.SKIPPED);
    }

    /** Because the citizen wished it, and just said so: WhatsApp lets the town answer. */
    public void atOwnWish(Task.Forget task, Enquiry enquiry, List<Message> messages) {
        note(task, say(enquiry, messages, () -> tell(enquiry, AutoReply.ERASED)));
    }

    /** Because its time was over and nobody has resolved it, or because it went with another: without a word to the citizen. */
    public void inSilence(Task.Forget task, Enquiry enquiry, List<Message> messages) {
        note(task, say(enquiry, messages, () -> BestEffort.SKIPPED));
    }

    /** Writes WhatsApp's answers down, for a receipt that is asked for again; nothing depends on it. */
    void note(Task.Forget task, ErasureRecord.Farewell answers) {
        try {
            table.update(TaskUpdates.answered(task, answers));
        } catch (SdkException e) {
            Log.event(LogEvent.FAREWELL_NOT_NOTED, LogField.enquiry(task.enquiry()), LogField.cause(e));
        }
    }

    /** The contact book comes last: WhatsApp notes down there whom it sends anything to. */
    private ErasureRecord.Farewell say(Enquiry enquiry, List<Message> messages, Callable<BestEffort> farewell) {
        enquiry.times().sendingUntil().ifPresent(this::await);
        List<Callable<BestEffort>> first = new ArrayList<>();
        first.add(farewell);
        mediaAtWhatsApp(messages).forEach(id -> first.add(() -> whatsApp.deleteMedia(id)));
        List<BestEffort> answers = answers(first);
        List<BestEffort> last = answers(List.of(() -> contactBook(enquiry)));
        return new ErasureRecord.Farewell(
                answers.getFirst(), last.getFirst(), together(answers.subList(1, answers.size())));
    }

    /** Nobody is told "deleted" while an answer to them may still be on its way; none begins after the key has gone. */
    private void await(Instant sent) {
        Duration left = Duration.between(clock.instant(), sent);
        if (left.isPositive()) {
            pause.of(left);
        }
    }

    /** An answer that does not come in time is not known: it may still have been done. */
    private List<BestEffort> answers(List<Callable<BestEffort>> all) {
        return fanOut.within(LIMIT, all, new FanOut.Otherwise<>(BestEffort.FAILED, BestEffort.UNKNOWN));
    }

    private BestEffort tell(Enquiry enquiry, AutoReply text) {
        if (disabledAutoReplies.includes(text)) {
            return BestEffort.SKIPPED;
        }
        String words = texts.in(enquiry.identity().language()).get(text);
        return switch (whatsApp.send(enquiry.identity(), words, Optional.empty())) {
            case SendResult.Accepted _ -> BestEffort.DONE;
            case SendResult.Refused _ -> BestEffort.FAILED;
            case SendResult.Unclear _ -> BestEffort.UNKNOWN;
        };
    }

    private BestEffort contactBook(Enquiry enquiry) {
        return enquiry.identity().bsuid().map(whatsApp::deleteContact).orElse(BestEffort.SKIPPED);
    }

    /** Files of which WhatsApp has not yet confirmed that it has them no more. */
    private static List<String> mediaAtWhatsApp(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.file().stream().anyMatch(file -> !file.copyDeleted()))
                .map(message ->
                        ((MessageContent.Media) message.content()).file().mediaId())
                .toList();
    }

    private static BestEffort together(List<BestEffort> answers) {
        if (answers.isEmpty()) {
            return BestEffort.SKIPPED;
        }
        if (answers.contains(BestEffort.FAILED)) {
            return BestEffort.FAILED;
        }
        return answers.contains(BestEffort.UNKNOWN) ? BestEffort.UNKNOWN : BestEffort.DONE;
    }
}
