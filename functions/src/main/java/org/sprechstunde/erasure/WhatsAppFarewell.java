package org.sprechstunde.erasure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.ErasureRecord.Farewell;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.enquiry.WhatsAppCopies;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.FanOut;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Pause;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.SealedCopies;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.WhatsAppClient;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What is said to WhatsApp for the last time: a farewell, and that its own copies may go. In a few seconds, and nothing
 * depends on it; copies that WhatsApp does not confirm to have deleted are asked for again by the forget task.
 */
public final class WhatsAppFarewell {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    /** By then WhatsApp's ids of files have died; what stands in its contact book only an admin can delete. */
    private static final Duration ASKED_FOR = Duration.ofDays(7);

    private final Table table;
    private final SealedCopies sealedCopies;
    private final WhatsAppClient whatsApp;
    private final Clock clock;
    private final Pause pause;
    private final FanOut fanOut;
    private final FarewellText farewellText;

    public static WhatsAppFarewell of(Services services) {
        return services.once(WhatsAppFarewell.class, WhatsAppFarewell::new);
    }

    private WhatsAppFarewell(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.sealedCopies = SealedCopies.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.clock = platform.clock();
        this.pause = platform.pause();
        this.fanOut = new FanOut(platform.threads());
        this.farewellText = new FarewellText(services);
    }

    /** Because the mayor has resolved: in words only while WhatsApp lets the town write. */
    Farewell afterResolving(Destroyed gone) {
        boolean open = clock.instant().isBefore(gone.enquiry().replyUntil());
        return say(gone, () -> open ? farewellText.tell(gone, AutoReply.FAREWELL) : BestEffort.SKIPPED);
    }

    /** Because the citizen wished it, and just said so: WhatsApp lets the town answer. */
    public void atOwnWish(Destroyed gone) {
        say(gone, () -> farewellText.tell(gone, AutoReply.ERASED));
    }

    /** Because its time was over and nobody has resolved it, or because it went with another: without a word to the citizen. */
    public Farewell inSilence(Destroyed gone) {
        return say(gone, () -> BestEffort.SKIPPED);
    }

    /** Asks once more for what WhatsApp has not confirmed; true if nothing is left to be asked for, or no sense in it. */
    boolean isOver(Task.Forget task) {
        WhatsAppCopies copies = sealedCopies.of(task);
        if (copies.isEmpty()) {
            return true;
        }
        Farewell before = task.erasure().farewell();
        Asked asked = ask(copies, before::message);
        Farewell answers = new Farewell(
                before.message(),
                copies.contact().isPresent() ? asked.answers().contactBook() : before.contactBook(),
                copies.files().isEmpty() ? before.media() : asked.answers().media());
        note(task, answers, asked.left());
        boolean hopeless =
                !clock.instant().isBefore(task.erasure().unreadableSince().plus(ASKED_FOR));
        if (hopeless && !asked.left().isEmpty()) {
            Log.event(LogEvent.COPIES_REMAIN, LogField.enquiry(task.enquiry()));
        }
        return hopeless || asked.left().isEmpty();
    }

    private Farewell say(Destroyed gone, Callable<BestEffort> farewell) {
        gone.enquiry().times().sendingUntil().ifPresent(this::await);
        Asked asked = ask(WhatsAppCopies.of(gone.enquiry(), gone.messages()), farewell);
        note(gone.task(), asked.answers(), asked.left());
        return asked.answers();
    }

    /** Writes WhatsApp's answers down, for a receipt that is asked for again, and what is still to be asked for. */
    private void note(Task.Forget task, Farewell answers, WhatsAppCopies left) {
        try {
            table.update(sealedCopies.answered(task, answers, left));
        } catch (SdkException | Retry.TooManyWriters e) {
            Log.event(LogEvent.FAREWELL_NOT_NOTED, LogField.enquiry(task.enquiry()), LogField.cause(e));
        }
    }

    private record Asked(Farewell answers, WhatsAppCopies left) {}

    /** The contact book comes last: WhatsApp notes down there whom it sends anything to. */
    private Asked ask(WhatsAppCopies copies, Callable<BestEffort> farewell) {
        List<Callable<BestEffort>> first = new ArrayList<>();
        first.add(farewell);
        copies.files().forEach(id -> first.add(() -> whatsApp.deleteMedia(id)));
        List<BestEffort> answers = answers(first);
        List<BestEffort> files = answers.subList(1, answers.size());
        BestEffort contact = answers(List.of(() -> contactBook(copies))).getFirst();
        return new Asked(new Farewell(answers.getFirst(), contact, together(files)), left(copies, contact, files));
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

    private BestEffort contactBook(WhatsAppCopies copies) {
        return copies.contact().map(whatsApp::deleteContact).orElse(BestEffort.SKIPPED);
    }

    /** What WhatsApp has not confirmed. */
    private static WhatsAppCopies left(WhatsAppCopies copies, BestEffort contact, List<BestEffort> files) {
        return new WhatsAppCopies(
                copies.contact().filter(_ -> contact != BestEffort.DONE),
                IntStream.range(0, files.size())
                        .filter(index -> files.get(index) != BestEffort.DONE)
                        .mapToObj(copies.files()::get)
                        .toList());
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
