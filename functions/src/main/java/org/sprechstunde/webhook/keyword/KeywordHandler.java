package org.sprechstunde.webhook.keyword;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.Keyword;
import org.sprechstunde.enquiry.Language;
import org.sprechstunde.enquiry.Message;
import org.sprechstunde.identity.CitizenEnquiries;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.KeywordMark;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.store.Transaction;
import org.sprechstunde.webhook.keyword.KeywordBounds.Bound;
import org.sprechstunde.whatsapp.KeywordCallback;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.Wamid;

/**
 * Answers a citizen's own words at once, while WhatsApp waits for our 200. Nothing of such a message is stored, so the
 * answer goes out first and the seen mark follows: what failed for the moment is delivered again, and what WhatsApp does
 * not let the town answer is for the mayor.
 */
public final class KeywordHandler {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final Enquiries enquiries;
    private final WhatsAppClient whatsApp;
    private final CitizenTexts texts;
    private final Settings settings;
    private final CitizenEnquiries citizens;
    private final ErasureRequest erasure;
    private final KeywordBounds bounds;
    private final KeywordSender sender;

    public KeywordHandler(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.enquiries = Enquiries.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.texts = CitizenTexts.of(services);
        this.settings = platform.settings();
        this.citizens = CitizenEnquiries.of(services);
        this.erasure = new ErasureRequest(services);
        this.bounds = new KeywordBounds(services);
        this.sender = new KeywordSender(services);
    }

    /** Keyed hashes of who did it and of the message's id, and in which language it was said. */
    record Trace(String citizen, String seen, Optional<Language> language) {}

    /** Answers the word, unless the same one was answered a moment ago. */
    public KeywordOutcome take(InboundEvent.Asked asked) {
        Trace trace = trace(asked);
        if (SeenMark.stands(table, trace.seen())) {
            return KeywordOutcome.taken(LogEvent.WORD_SEEN_BEFORE);
        }
        Optional<Enquiry> open = citizens.of(asked.citizen()).open();
        KeywordMark mark = bounds.mark(trace, asked.word().word(), open.map(Enquiry::id));
        // In a conversation, what is more than the bare word may be meant for the mayor.
        boolean isMessage = open.isPresent() && !asked.bare();
        Bound bound = bounds.take(mark, trace);
        if (bound != Bound.FREE) {
            return isMessage ? new KeywordOutcome.ForTheMayor(asked.message()) : unanswered(bound, asked);
        }
        SendResult sent = answer(asked, trace, open, mark);
        return isMessage
                ? KeywordOutcome.kept(sent, asked.message())
                : outcome(sent, trace, asked.message().wishing(asked.word()));
    }

    private static KeywordOutcome unanswered(Bound bound, InboundEvent.Asked asked) {
        return bound == Bound.ANSWERED_JUST_NOW
                ? KeywordOutcome.taken(LogEvent.WORD_REPEATED)
                : KeywordOutcome.handedOver(asked.message().wishing(asked.word()));
    }

    private SendResult answer(InboundEvent.Asked asked, Trace trace, Optional<Enquiry> open, KeywordMark mark) {
        KeywordReplies.Reply reply = open.map(enquiry -> inEnquiry(asked.word(), enquiry, trace))
                .orElseGet(() -> answers(trace.language()).withoutEnquiry(asked.word()));
        var callback = new KeywordCallback(asked.word(), mark.hmac());
        SendResult sent = sender.send(asked.citizen(), reply, callback);
        if (open.isEmpty()) {
            forgetContact(asked);
        }
        return sent;
    }

    private KeywordReplies.Reply inEnquiry(Keyword word, Enquiry open, Trace trace) {
        List<Enquiry> standing = enquiries.withEarlier(open);
        return answers(open.heardIn(trace.language()).identity().language())
                .of(word, standing, () -> messages(standing));
    }

    private List<Message> messages(List<Enquiry> standing) {
        return standing.stream()
                .flatMap(enquiry -> enquiries.messages(enquiry).stream())
                .toList();
    }

    /** Erases, or says why nothing was erased. */
    public KeywordOutcome take(InboundEvent.Confirmed tap) {
        Trace trace = trace(tap);
        return switch (erasure.erase(tap, trace)) {
            case ERASED -> new KeywordOutcome.Taken();
            case SEEN_BEFORE -> KeywordOutcome.taken(LogEvent.WORD_SEEN_BEFORE);
            case ANOTHER_IS_OPEN ->
                explained(tap, trace, answers(trace.language()).anotherIsOpen());
            case OPEN_ELSEWHERE ->
                explained(tap, trace, answers(trace.language()).openElsewhere());
            case NOTHING_IS_OPEN -> {
                KeywordOutcome outcome =
                        explained(tap, trace, answers(trace.language()).nothing());
                forgetContact(tap);
                // The wish is fulfilled; to store that it was repeated would be its opposite.
                yield outcome instanceof KeywordOutcome.ForTheMayor ? new KeywordOutcome.Taken() : outcome;
            }
            case NOT_NOW -> KeywordOutcome.failed(OptionalLong.empty());
        };
    }

    /** Once in a while, for an old button can be tapped for ever. */
    private KeywordOutcome explained(InboundEvent.Confirmed tap, Trace trace, KeywordReplies.Reply reply) {
        if (bounds.take(bounds.ofTap(trace, tap.enquiry()), trace) != Bound.FREE) {
            return KeywordOutcome.taken(LogEvent.WORD_REPEATED);
        }
        SendResult sent = whatsApp.send(tap.citizen(), reply.text(), Optional.empty());
        return outcome(sent, trace, tap.message().wishing(Keyword.ERASE));
    }

    /** Of somebody of whom nothing is stored, no resolve would ever take WhatsApp's note with it, so it goes at once. */
    private void forgetContact(InboundEvent from) {
        from.citizen().bsuid().ifPresent(whatsApp::deleteContact);
    }

    private KeywordOutcome outcome(SendResult sent, Trace trace, InboundEvent.Written wish) {
        return switch (sent) {
            case SendResult.Accepted _ -> marked(trace);
            case SendResult.Refused refused
            when refused.reason() == FailureReason.TOO_FAST -> KeywordOutcome.handedOver(wish);
            case SendResult.Refused refused when refused.isPassing() -> KeywordOutcome.failed(refused.code());
            case SendResult.Refused(OptionalLong code, Duration _) -> {
                Log.event(LogEvent.WHATSAPP_PROBLEM, LogField.code(code.orElse(0)));
                yield KeywordOutcome.handedOver(wish);
            }
            case SendResult.Unclear _ -> KeywordOutcome.failed(OptionalLong.empty());
        };
    }

    /** A mark that could not be written means that the word comes again: two answers are better than none. */
    private KeywordOutcome marked(Trace trace) {
        Transaction transaction = table.transaction();
        Transaction.Write mark = transaction.putNew(SeenMark.bare(trace.seen(), clock.instant()));
        Transaction.Outcome outcome = transaction.commit();
        Log.event(LogEvent.WORD_ANSWERED);
        return outcome.done() || outcome.refused(mark) ? new KeywordOutcome.Taken() : new KeywordOutcome.NotNow();
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
