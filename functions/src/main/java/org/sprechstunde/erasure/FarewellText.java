package org.sprechstunde.erasure;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.autoreply.text.LocalizedTexts;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.BestEffort;
import org.sprechstunde.enquiry.Enquiry;
import org.sprechstunde.enquiry.Task;
import org.sprechstunde.erasure.KeyDestruction.Result.Destroyed;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.LogField;
import org.sprechstunde.platform.Retry;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.platform.Settings;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.ErasureCodes;
import org.sprechstunde.store.FarewellMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import software.amazon.awssdk.core.exception.SdkException;

/** What a citizen is told when all of an enquiry has gone, once, and that thanks for it begin no new one. */
final class FarewellText {
    private static final String RECEIPT = "receipt";

    private final Table table;
    private final WhatsAppClient whatsApp;
    private final Secrets secrets;
    private final DailyUse dailyUse;
    private final Clock clock;
    private final CitizenTexts texts;
    private final DisabledAutoReplies disabledAutoReplies;
    private final ErasureCodes erasureCodes;
    private final String receipts;

    FarewellText(Services services) {
        this.table = Table.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.secrets = services.secrets();
        this.dailyUse = DailyUse.of(services);
        this.clock = services.platform().clock();
        this.texts = CitizenTexts.of(services);
        Settings settings = services.platform().settings();
        this.disabledAutoReplies = DisabledAutoReplies.of(settings);
        this.erasureCodes = ErasureCodes.of(services);
        this.receipts = settings.mail().page().resolve("quittung").toString();
    }

    BestEffort tell(Destroyed gone, AutoReply text) {
        Enquiry enquiry = gone.enquiry();
        if (disabledAutoReplies.includes(text) || !isWithinBounds(enquiry, text)) {
            return BestEffort.SKIPPED;
        }
        expectThanks(enquiry);
        return switch (whatsApp.send(enquiry.identity(), words(gone, text), Optional.empty())) {
            case SendResult.Accepted _ -> BestEffort.DONE;
            case SendResult.Refused _ -> BestEffort.FAILED;
            case SendResult.Unclear _ -> BestEffort.UNKNOWN;
        };
    }

    private String words(Destroyed gone, AutoReply text) {
        LocalizedTexts words = texts.in(gone.enquiry().identity().language());
        String receipt = gone.code()
                .filter(_ -> isPromised(gone.task()))
                .map(code -> words.get(RECEIPT, Map.of("code", code.spelled(), "receipts", receipts)))
                .orElse("");
        return words.get(text) + receipt;
    }

    /** Written down before somebody can ask for it; else nobody is told of it. */
    private boolean isPromised(Task.Forget task) {
        try {
            task.erasure().logged().ifPresent(logged -> erasureCodes.promise(logged.code()));
            return true;
        } catch (SdkException | Retry.TooManyWriters e) {
            Log.event(LogEvent.CODE_NOT_TOLD, LogField.enquiry(task.enquiry()), LogField.cause(e));
            return false;
        }
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
