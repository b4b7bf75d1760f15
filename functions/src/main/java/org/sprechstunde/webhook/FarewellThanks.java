package org.sprechstunde.webhook;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sprechstunde.autoreply.text.CitizenTexts;
import org.sprechstunde.autoreply.text.DisabledAutoReplies;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.AutoReply;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.enquiry.MessageContent;
import org.sprechstunde.identity.CitizenEnquiries;
import org.sprechstunde.platform.Log;
import org.sprechstunde.platform.LogEvent;
import org.sprechstunde.platform.Platform;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.DailyUse;
import org.sprechstunde.store.FarewellMark;
import org.sprechstunde.store.SeenMark;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.InboundEvent;
import org.sprechstunde.whatsapp.inbound.ThanksSpellings;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** Thanks within a day of the farewell: answered once, and nothing of them is stored, for everything has ended. */
final class FarewellThanks {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final CitizenEnquiries citizens;
    private final DailyUse dailyUse;
    private final WhatsAppClient whatsApp;
    private final CitizenTexts texts;
    private final boolean silent;

    FarewellThanks(Services services) {
        Platform platform = services.platform();
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = platform.clock();
        this.citizens = CitizenEnquiries.of(services);
        this.dailyUse = DailyUse.of(services);
        this.whatsApp = WhatsAppClient.of(services);
        this.texts = CitizenTexts.of(services);
        this.silent = DisabledAutoReplies.of(platform.settings()).includes(AutoReply.THANKS);
    }

    /** Whether these are such thanks, which then need not be stored. */
    boolean take(MessageRun run) {
        List<InboundEvent.Written> messages = run.messages();
        if (!messages.stream().allMatch(message -> ThanksSpellings.isThanks(message.content()))) {
            return false;
        }
        Pseudonyms pseudonyms = Pseudonyms.current(secrets);
        Identity citizen = messages.getFirst().citizen();
        Optional<FarewellMark> farewell = farewell(citizen, pseudonyms);
        if (farewell.isEmpty()
                || isAnySeen(messages, pseudonyms)
                || citizens.of(citizen).open().isPresent()) {
            return false;
        }
        for (InboundEvent.Written message : messages) {
            table.put(SeenMark.bare(pseudonyms.message(Wamid.token(message.wamid())), clock.instant()));
        }
        answer(messages.getFirst(), farewell.get(), pseudonyms.citizen(citizen.stableId()));
        messages.forEach(this::forgetAtWhatsApp);
        return true;
    }

    /** Under whichever id they were told goodbye. */
    private Optional<FarewellMark> farewell(Identity citizen, Pseudonyms pseudonyms) {
        return citizen.ids().stream()
                .map(id -> new FarewellMark(pseudonyms.farewell(pseudonyms.citizen(id))))
                .filter(mark -> mark.stands(table, clock.instant()))
                .findFirst();
    }

    private boolean isAnySeen(List<InboundEvent.Written> messages, Pseudonyms pseudonyms) {
        return messages.stream()
                .map(message -> pseudonyms.message(Wamid.token(message.wamid())))
                .anyMatch(seen -> SeenMark.stands(table, seen));
    }

    /** Noted down first, so that no two functions say it; a courtesy, so nothing depends on it. */
    private void answer(InboundEvent.Written thanks, FarewellMark farewell, String citizen) {
        boolean isDue =
                !silent && table.update(farewell.answered()) && dailyUse.take(citizen, DailyUse.Kind.AUTO_REPLY);
        if (isDue) {
            String words = texts.in(thanks.citizen().language()).get(AutoReply.THANKS);
            whatsApp.send(thanks.citizen(), words, Optional.empty());
        }
        Log.event(LogEvent.THANKS_TAKEN);
    }

    /** What WhatsApp notes of them, and has of a sticker, no resolve would ever take along. */
    private void forgetAtWhatsApp(InboundEvent.Written thanks) {
        if (thanks.content() instanceof MessageContent.Media media) {
            whatsApp.deleteMedia(media.file().mediaId());
        }
        thanks.citizen().bsuid().ifPresent(whatsApp::deleteContact);
    }
}
