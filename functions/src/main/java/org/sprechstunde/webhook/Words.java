package org.sprechstunde.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.Pseudonyms;
import org.sprechstunde.platform.Detail;
import org.sprechstunde.platform.Event;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Writes;
import org.sprechstunde.texts.CitizenTexts;
import org.sprechstunde.whatsapp.Inbound;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.Wamid;
import org.sprechstunde.whatsapp.WhatsApp;

/**
 * Answers a citizen's own words at once, while WhatsApp waits for our 200. Nothing of such a message is
 * stored, so the answer goes out first and the seen mark follows: what failed is delivered again.
 */
final class Words {
    private final Table table;
    private final Writes writes;
    private final Secrets secrets;
    private final Clock clock;
    private final Enquiries enquiries;
    private final WhatsApp whatsApp;
    private final CitizenTexts texts;
    private final Settings settings;
    private final Overdue overdue;
    private final OwnErasure erasure;

    Words(Table table, Platform platform, Secrets secrets) {
        this.table = table;
        this.writes = new Writes(table);
        this.secrets = secrets;
        this.clock = platform.clock();
        this.enquiries = new Enquiries(table, platform.clock());
        this.whatsApp = new WhatsApp(platform, secrets);
        this.texts = new CitizenTexts(platform.settings());
        this.settings = platform.settings();
        this.overdue = new Overdue(table, platform, secrets);
        this.erasure = new OwnErasure(table, platform, secrets, overdue);
    }

    /** Keyed hashes of who did it and of the message's id, and in which language it was said. */
    record Trace(String citizen, String seen, Optional<Language> language) {}

    /** Whether the word is answered, by now or already before, and need not come again. */
    boolean take(Inbound.Asked asked) {
        Trace trace = trace(asked);
        if (SeenMark.stands(table, trace.seen())) {
            Log.event(Event.WORD_SEEN_BEFORE);
            return true;
        }
        Optional<Enquiry> open = overdue.openOf(trace.citizen());
        if (open.isEmpty()) {
            return answerForgotten(asked, trace, answers(trace.language()).withoutEnquiry(asked.word()));
        }
        Enquiry enquiry = open.get().heardIn(trace.language());
        Answers answers = answers(enquiry.identity().language());
        return answer(asked, trace, answers.of(asked.word(), open.get(), () -> enquiries.messages(enquiry)));
    }

    /** Whether the tap has had its effect, by now or already before. */
    boolean take(Inbound.Confirmed tap) {
        Trace trace = trace(tap);
        return switch (erasure.erase(tap, trace)) {
            case ERASED -> true;
            case SEEN_BEFORE -> {
                Log.event(Event.WORD_SEEN_BEFORE);
                yield true;
            }
            case ANOTHER_IS_OPEN -> answer(tap, trace, answers(trace.language()).anotherIsOpen());
            case OPEN_ELSEWHERE -> answer(tap, trace, answers(trace.language()).openElsewhere());
            case NOTHING_IS_OPEN ->
                answerForgotten(tap, trace, answers(trace.language()).nothing());
            case NOT_NOW -> {
                Log.event(Event.WORD_NOT_ANSWERED);
                yield false;
            }
        };
    }

    /** No enquiry will ever be resolved that would take WhatsApp's note of this citizen with it, so it goes at once. */
    private boolean answerForgotten(Inbound from, Trace trace, Answer answer) {
        boolean done = answer(from, trace, answer);
        from.citizen().bsuid().ifPresent(whatsApp::deleteContact);
        return done;
    }

    private boolean answer(Inbound from, Trace trace, Answer answer) {
        return switch (send(from, answer)) {
            case SendResult.Accepted _ -> isMarked(trace, Event.WORD_ANSWERED);
            case SendResult.Refused refused when refused.isPassing() -> failed(refused.code());
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(Event.WHATSAPP_PROBLEM, Detail.code(code.orElse(0)));
                yield isMarked(trace, Event.WORD_NOT_ANSWERED);
            }
            case SendResult.Unclear _ -> failed(OptionalLong.empty());
        };
    }

    private SendResult send(Inbound from, Answer answer) {
        return answer.button()
                .map(button -> whatsApp.ask(from.citizen(), answer.text(), button))
                .orElseGet(() -> whatsApp.send(from.citizen(), answer.text(), Optional.empty()));
    }

    private static boolean failed(OptionalLong code) {
        Log.event(Event.WORD_NOT_ANSWERED, Detail.code(code.orElse(0)));
        return false;
    }

    /** A mark that could not be written means that the word comes again: two answers are better than none. */
    private boolean isMarked(Trace trace, Event event) {
        var outcome = table.transact(List.of(writes.putNew(SeenMark.bare(trace.seen(), clock.instant()))));
        Log.event(event);
        return outcome.done() || outcome.refused(0);
    }

    private Trace trace(Inbound inbound) {
        Pseudonyms pseudonyms = new Pseudonyms(secrets.current().pepperKey());
        return new Trace(
                pseudonyms.citizen(inbound.citizen()),
                pseudonyms.message(Wamid.token(inbound.wamid())),
                inbound.citizen().language());
    }

    private Answers answers(Optional<Language> language) {
        return new Answers(texts.in(language), settings);
    }
}
