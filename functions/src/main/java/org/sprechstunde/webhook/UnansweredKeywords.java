package org.sprechstunde.webhook;

import java.util.Optional;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.FailureReason;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.RandomId;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.Enquiries;
import org.sprechstunde.store.KeywordMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendingBlocked;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.UnansweredKeyword;

/** A citizen's word whose answer WhatsApp took and then did not deliver: what they want is for the mayor now. */
final class UnansweredKeywords {
    private final Table table;
    private final Enquiries enquiries;
    private final MessageIntake intake;

    UnansweredKeywords(MessageIntake intake, Services services) {
        this.table = Table.of(services);
        this.enquiries = Enquiries.of(services);
        this.intake = intake;
    }

    /** Whether it is durable, or has gone with the enquiry in which it was said. */
    boolean take(UnansweredKeyword keyword) {
        FailureReason reason = FailureReason.of(keyword.code());
        SendingBlocked.tell(reason);
        Optional<KeywordMark> mark = KeywordMark.find(table, keyword.answer().mark());
        if (mark.isEmpty()) {
            return forgotten(LogEvent.STATUS_FORGOTTEN);
        }
        Log.event(LogEvent.WORD_HANDED_OVER, LogField.what(reason));
        return mark.get().enquiry().map(enquiry -> takeInto(enquiry, keyword)).orElseGet(() -> open(keyword));
    }

    private boolean takeInto(RandomId enquiry, UnansweredKeyword keyword) {
        return enquiries
                .find(enquiry)
                .map(Enquiry::identity)
                .map(citizen -> intake.takeInto(enquiry, wish(keyword, citizen)))
                .orElseGet(() -> forgotten(LogEvent.CHANGE_FORGOTTEN));
    }

    /** Nothing was open when the word was said, so there is nothing that might come back. */
    private boolean open(UnansweredKeyword keyword) {
        return keyword.citizen()
                .map(citizen -> intake.take(MessageRun.of(wish(keyword, citizen))))
                .orElseGet(() -> forgotten(LogEvent.MESSAGE_UNUSABLE));
    }

    /** Under the id of the answer, which is seen once however often its status comes. */
    private static InboundEvent.Written wish(UnansweredKeyword keyword, Identity citizen) {
        return new InboundEvent.Written(
                citizen,
                keyword.wamid(),
                keyword.at(),
                new MessageContent.Wish(keyword.answer().word()));
    }

    private static boolean forgotten(LogEvent event) {
        Log.event(event);
        return true;
    }
}
