package org.sprechstunde.webhook.keyword;

import java.util.OptionalLong;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.inbound.InboundEvent;

/** What becomes of the message that a citizen's word came in. */
public sealed interface KeywordOutcome {
    /** It is answered, by now or already before, and need not come again. */
    record Taken() implements KeywordOutcome {}

    /** It must come again. */
    record NotNow() implements KeywordOutcome {}

    /** It is to be stored like any other. */
    record ForTheMayor(InboundEvent.Written message) implements KeywordOutcome {}

    static KeywordOutcome taken(LogEvent event) {
        Log.event(event);
        return new Taken();
    }

    static KeywordOutcome failed(OptionalLong code) {
        Log.event(LogEvent.WORD_NOT_ANSWERED, LogField.code(code.orElse(0)));
        return new NotNow();
    }

    /** What WhatsApp does not let the town answer. */
    static KeywordOutcome handedOver(InboundEvent.Written wish) {
        Log.event(LogEvent.WORD_HANDED_OVER);
        return new ForTheMayor(wish);
    }

    /** A word that says more than the word, whatever came of its answer. */
    static KeywordOutcome kept(SendResult sent, InboundEvent.Written message) {
        Log.event(sent instanceof SendResult.Accepted ? LogEvent.WORD_ANSWERED : LogEvent.WORD_HANDED_OVER);
        return new ForTheMayor(message);
    }
}
