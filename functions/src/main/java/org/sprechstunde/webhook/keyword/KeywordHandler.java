package org.sprechstunde.webhook.keyword;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.erasure.ExpiredEnquiries;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/**
 * Answers a citizen's own words at once, while WhatsApp waits for our 200. Nothing of such a message is
 * stored, so the answer goes out first and the seen mark follows: what failed is delivered again.
 */
public final class KeywordHandler {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final Enquiries enquiries;
    private final WhatsAppClient whatsApp;
    private final CitizenTexts texts;
    private final Settings settings;
    private final ExpiredEnquiries expiredEnquiries;
    private final ErasureRequest erasure;

    public KeywordHandler(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.enquiries = Enquiries.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.texts = CitizenTexts.of(services);
        this.settings = platform.settings();
        this.expiredEnquiries = ExpiredEnquiries.of(services);
        this.erasure = new ErasureRequest(services);
    }

    /** Keyed hashes of who did it and of the message's id, and in which language it was said. */
    record Trace(String citizen, String seen, Optional<Language> language) {}

    /** Whether the word is answered, by now or already before, and need not come again. */
    public boolean take(InboundEvent.Asked asked) {
        Trace trace = trace(asked);
        if (SeenMark.stands(table, trace.seen())) {
            Log.event(LogEvent.WORD_SEEN_BEFORE);
            return true;
        }
        Optional<Enquiry> open = expiredEnquiries.openOf(trace.citizen());
        if (open.isEmpty()) {
            return answerForgotten(asked, trace, answers(trace.language()).withoutEnquiry(asked.word()));
        }
        Optional<Language> language =
                open.get().heardIn(trace.language()).identity().language();
        List<Enquiry> standing = enquiries.withEarlier(open.get());
        return answer(asked, trace, answers(language).of(asked.word(), standing, () -> messages(standing)));
    }

    private List<Message> messages(List<Enquiry> standing) {
        return standing.stream()
                .flatMap(enquiry -> enquiries.messages(enquiry).stream())
                .toList();
    }

    /** Whether the tap has had its effect, by now or already before. */
    public boolean take(InboundEvent.Confirmed tap) {
        Trace trace = trace(tap);
        return switch (erasure.erase(tap, trace)) {
            case ERASED -> true;
            case SEEN_BEFORE -> {
                Log.event(LogEvent.WORD_SEEN_BEFORE);
                yield true;
            }
            case ANOTHER_IS_OPEN -> answer(tap, trace, answers(trace.language()).anotherIsOpen());
            case OPEN_ELSEWHERE -> answer(tap, trace, answers(trace.language()).openElsewhere());
            case NOTHING_IS_OPEN ->
                answerForgotten(tap, trace, answers(trace.language()).nothing());
            case NOT_NOW -> {
                Log.event(LogEvent.WORD_NOT_ANSWERED);
                yield false;
            }
        };
    }

    /** No enquiry will ever be resolved that would take WhatsApp's note of this citizen with it, so it goes at once. */
    private boolean answerForgotten(InboundEvent from, Trace trace, KeywordReplies.Reply reply) {
        boolean done = answer(from, trace, reply);
        from.citizen().bsuid().ifPresent(whatsApp::deleteContact);
        return done;
    }

    private boolean answer(InboundEvent from, Trace trace, KeywordReplies.Reply reply) {
        return switch (send(from, reply)) {
            case SendResult.Accepted _ -> isMarked(trace, LogEvent.WORD_ANSWERED);
            case SendResult.Refused refused when refused.isPassing() -> failed(refused.code());
            case SendResult.Refused(OptionalLong code) -> {
                Log.event(LogEvent.WHATSAPP_PROBLEM, LogField.code(code.orElse(0)));
                yield isMarked(trace, LogEvent.WORD_NOT_ANSWERED);
            }
            case SendResult.Unclear _ -> failed(OptionalLong.empty());
        };
    }

    private SendResult send(InboundEvent from, KeywordReplies.Reply reply) {
        return reply.button()
                .map(button -> whatsApp.ask(from.citizen(), reply.text(), button))
                .orElseGet(() -> whatsApp.send(from.citizen(), reply.text(), Optional.empty()));
    }

    private static boolean failed(OptionalLong code) {
        Log.event(LogEvent.WORD_NOT_ANSWERED, LogField.code(code.orElse(0)));
        return false;
    }

    /** A mark that could not be written means that the word comes again: two answers are better than none. */
    private boolean isMarked(Trace trace, LogEvent event) {
        Transaction transaction = table.transaction();
        Transaction.Write mark = transaction.putNew(SeenMark.bare(trace.seen(), clock.instant()));
        Transaction.Outcome outcome = transaction.commit();
        Log.event(event);
        return outcome.done() || outcome.refused(mark);
    }

    private Trace trace(InboundEvent inbound) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        return new Trace(
                pseudonyms.citizen(inbound.citizen().stableId()),
                pseudonyms.message(Wamid.token(inbound.wamid())),
                inbound.citizen().language());
    }

    private KeywordReplies answers(Optional<Language> language) {
        return new KeywordReplies(texts.in(language), settings);
    }
}
