package org.sprechstunde.erasure;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.FarewellMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import software.amazon.awssdk.core.exception.SdkException;

/** What a citizen is told when all of an enquiry has gone, once, and that thanks for it begin no new one. */
final class FarewellText {
    private final Table table;
    private final WhatsAppClient whatsApp;
    private final Secrets secrets;
    private final DailyUse dailyUse;
    private final Clock clock;
    private final CitizenTexts texts;
    private final DisabledAutoReplies disabledAutoReplies;

    FarewellText(Services services) {
        this.table = Table.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.secrets = services.secrets();
        this.dailyUse = DailyUse.of(services);
        this.clock = services.platform().clock();
        this.texts = CitizenTexts.of(services);
        this.disabledAutoReplies = DisabledAutoReplies.of(services.platform().settings());
    }

    BestEffort tell(Enquiry enquiry, AutoReply text) {
        if (disabledAutoReplies.includes(text) || !isWithinBounds(enquiry, text)) {
            return BestEffort.SKIPPED;
        }
        expectThanks(enquiry);
        String words = texts.in(enquiry.identity().language()).get(text);
        return switch (whatsApp.send(enquiry.identity(), words, Optional.empty())) {
            case SendResult.Accepted _ -> BestEffort.DONE;
            case SendResult.Refused _ -> BestEffort.FAILED;
            case SendResult.Unclear _ -> BestEffort.UNKNOWN;
        };
    }

    /** What the mayor does is not the citizen's doing. */
    private boolean isWithinBounds(Enquiry enquiry, AutoReply text) {
        return text != AutoReply.ERASED || dailyUse.take(enquiry.citizen(), DailyUse.Kind.AUTO_REPLY);
    }

    /** Before they can have read it; a courtesy, so nothing depends on it. */
    private void expectThanks(Enquiry enquiry) {
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        try {
            for (String id : enquiry.identity().ids()) {
                String hmac = pseudonyms.farewell(pseudonyms.citizen(id));
                table.put(new FarewellMark(hmac).write(clock.instant()));
            }
        } catch (SdkException e) {
            Log.event(LogEvent.FAREWELL_NOT_NOTED, LogField.enquiry(enquiry.id()), LogField.cause(e));
        }
    }
}
