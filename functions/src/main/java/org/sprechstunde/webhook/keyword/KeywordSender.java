package org.sprechstunde.webhook.keyword;

import java.time.Clock;
import java.util.Optional;
import org.sprechstunde.crypto.Pseudonyms;
import org.sprechstunde.enquiry.Identity;
import org.sprechstunde.platform.Secrets;
import org.sprechstunde.platform.Services;
import org.sprechstunde.store.KeywordAnswer;
import org.sprechstunde.store.Table;
import org.sprechstunde.whatsapp.KeywordCallback;
import org.sprechstunde.whatsapp.SendResult;
import org.sprechstunde.whatsapp.WhatsAppClient;
import org.sprechstunde.whatsapp.inbound.Wamid;

/** Sends answers to citizens' words so that one which fails later finds the word again, whatever its status brings. */
final class KeywordSender {
    private final Table table;
    private final Secrets secrets;
    private final Clock clock;
    private final WhatsAppClient whatsApp;

    KeywordSender(Services services) {
        this.table = Table.of(services);
        this.secrets = services.secrets();
        this.clock = services.platform().clock();
        this.whatsApp = WhatsAppClient.of(services);
    }

    SendResult send(Identity citizen, KeywordReplies.Reply reply, KeywordCallback callback) {
        SendResult sent = reply.button()
                .map(button -> whatsApp.ask(citizen, reply.text(), button, callback))
                .orElseGet(() -> whatsApp.answer(citizen, reply.text(), callback));
        return sent instanceof SendResult.Accepted(Optional<String> wamid)
                ? wamid.flatMap(id -> failedBefore(id, callback)).orElse(sent)
                : sent;
    }

    /** The refusal that WhatsApp told before its own answer; empty if there was none, and the answer is noted down. */
    private Optional<SendResult> failedBefore(String wamid, KeywordCallback callback) {
        String id = Pseudonyms.current(secrets).message(Wamid.token(wamid));
        return new KeywordAnswer(callback.word(), callback.mark())
                .note(table, id, clock.instant())
                .map(failed -> new SendResult.Refused(failed.code()));
    }
}
